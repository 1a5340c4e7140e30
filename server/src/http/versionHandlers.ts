// The versions of a board, over HTTP.
import type { BoardVersion } from '@masa/shared/wire';
import type { Version } from '../store/versionStore.ts';
import type { Versions } from '../versions/versions.ts';
import type { Handlers } from './call.ts';

type Names = 'listVersions' | 'nameVersion' | 'readVersion' | 'restoreVersion';

const versionReply = ({ id, at, seq, title, how, by, ofAt, changes }: Version): BoardVersion => ({
  id,
  at,
  seq,
  title,
  how,
  by,
  ofAt,
  changes: changes.map(({ by: who, made, changed, moved, binned, beyond }) => ({
    by: who,
    made: made.length + (beyond?.made ?? 0),
    changed: changed.length + (beyond?.changed ?? 0),
    moved: moved.length + (beyond?.moved ?? 0),
    binned: binned.length + (beyond?.binned ?? 0),
  })),
});

export const createVersionHandlers = ({ versions }: { readonly versions: Versions }): Handlers<Names> => ({
  listVersions: async ({ caller, params }) => ({ versions: (await versions.list(caller, params.id)).map(versionReply) }),
  nameVersion: async ({ caller, params, body }) => versionReply(await versions.name(caller, params.id, body.title)),
  async readVersion({ caller, params }) {
    const { version, state } = await versions.read(caller, params.id, params.versionId);
    const touched = version.changes.map(({ by, made, changed, moved, binned }) => ({
      by,
      objects: [...new Set([...made, ...changed, ...moved, ...binned])],
    }));
    return { ...versionReply(version), touched, state: Buffer.from(state).toString('base64') };
  },
  restoreVersion: async ({ caller, params }) => versionReply(await versions.restore(caller, params.id, params.versionId)),
});
