// Documents of the server's own making.
import * as Y from 'yjs';

/**
 * A document without a name. Nothing here asks for one, and Yjs draws it digit by digit from the system's randomness: thirty times what
 * opening a small document costs otherwise.
 */
export const unnamedDoc = (): Y.Doc => new Y.Doc({ guid: '' });
