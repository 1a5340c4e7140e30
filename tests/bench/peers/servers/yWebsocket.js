// The stock server of y-websocket 2.1.0 (its own bin/utils), without persistence, on the same version of ws as everybody here.
import { WebSocketServer } from 'ws';
import { setupWSConnection } from 'y-websocket/bin/utils';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });

server.on('connection', (socket, request) => setupWSConnection(socket, request));
server.on('listening', () => console.log(`listening ${server.address().port}`));
