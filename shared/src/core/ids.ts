// Identifiers. They are random, so that nobody can guess one and two devices offline never choose the same.
import { nanoid } from 'nanoid';

/** A new identifier: 22 characters of 64, i.e. 132 random bits. Works without a secure context. */
export const createId = (): string => nanoid(22);

const ID = /^[\w-]{1,64}$/;

/** Whether `value` may be an identifier: letters, digits, `_` and `-`, at most 64. Names of `Object.prototype` are refused. */
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value) && !(value in Object.prototype);
