// Hocuspocus 3.4.4, the newest line for Node 20. With DATA_DIR it stores in SQLite: the statements of its own SQLite extension, whose
// native driver compiles at install, on the driver Masa uses. Its debounced saving is left as it comes.
import { join } from 'node:path';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { DatabaseSync } from '@photostructure/sqlite';

const folder = process.env.DATA_DIR;

function store() {
  const db = new DatabaseSync(join(folder, 'hocuspocus.db'));
  db.exec('CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))');
  const read = db.prepare('SELECT data FROM "documents" WHERE name = ? ORDER BY rowid DESC');
  // The driver's statements do not keep their connection alive: without this, collecting garbage closes it.
  process.on('exit', () => db.close());
  const write = db.prepare('INSERT INTO "documents" ("name", "data") VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data');
  return new Database({
    fetch: async ({ documentName }) => read.get(documentName)?.data ?? null,
    store: async ({ documentName, state }) => void write.run(documentName, state),
  });
}

const server = new Server({
  address: '127.0.0.1',
  port: 0,
  quiet: true,
  stopOnSignals: true,
  extensions: folder ? [store()] : [],
});
await server.listen();
console.log(`listening ${server.httpServer.address().port}`);
