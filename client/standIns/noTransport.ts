// Stands in for the transports of engine.io the client never asks for: it speaks over WebSockets only (session/WorkshopSession.ts).
export const XHR = undefined;
export const WT = undefined;
export const Fetch = undefined;
