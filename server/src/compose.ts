// Puts a server together: the only file that chooses adapters. No globals: two servers run in one process.
import path from 'node:path';
import { typesOf } from '@masa/shared/board';
import { LIMITS } from '@masa/shared/core';
import { KINDS } from '@masa/shared/kinds';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { createAttempts } from './auth/attempts.ts';
import { createBoardAdmission, createSelves } from './auth/boardAdmission.ts';
import { type Caller, createCallers } from './auth/callers.ts';
import { createGate } from './auth/gate.ts';
import { createOrigins } from './auth/origins.ts';
import { Refusal } from './auth/refusal.ts';
import { createSigner, createToken, randomBelow } from './auth/secrets.ts';
import { createLocalBus } from './cluster/localBus.ts';
import type { Config } from './config.ts';
import { createGateway } from './facilitation/gateway.ts';
import { createWorkshopChannel } from './facilitation/workshopChannel.ts';
import { createApp } from './http/app.ts';
import { createBoardHandlers } from './http/boardHandlers.ts';
import { createDoorHandlers } from './http/doorHandlers.ts';
import { createMarketHandlers } from './http/marketHandlers.ts';
import { createPictureHandlers } from './http/pictureHandlers.ts';
import { createRoundHandlers } from './http/roundHandlers.ts';
import { createSessionHandlers } from './http/sessionHandlers.ts';
import { createStageHandlers } from './http/stageHandlers.ts';
import { createTemplateHandlers } from './http/templateHandlers.ts';
import { createThreadHandlers } from './http/threadHandlers.ts';
import { createVersionHandlers } from './http/versionHandlers.ts';
import { createWorkshopHandlers } from './http/workshopHandlers.ts';
import { createListening } from './listening.ts';
import { createMarket } from './market/market.ts';
import { createSeating } from './market/seating.ts';
import { createLog, type Logger } from './observe/log.ts';
import { createMetrics } from './observe/metrics.ts';
import { createCaretaker } from './pictures/caretaker.ts';
import { createPictures } from './pictures/pictures.ts';
import { reencode } from './pictures/reencode.ts';
import { documentsOf } from './roomDocuments.ts';
import { stageDocumentsOf } from './roomDrafts.ts';
import { createRounds } from './rounds/rounds.ts';
import { isDraft } from './stages/draftDocuments.ts';
import { createStages } from './stages/stages.ts';
import { type AnswerTables, createAnswerStoreSql } from './store/answerStoreSql.ts';
import { createBlobStoreSqlite } from './store/blobStoreSqlite.ts';
import { type CarriedTables, createCarriedStoreSql } from './store/carriedStoreSql.ts';
import { type ClosingTables, createClosingStoreSql } from './store/closingStoreSql.ts';
import { CannotStart, takeDataFolder } from './store/dataFolder.ts';
import { createDraftStoreSql, type DraftTables } from './store/draftStoreSql.ts';
import { createPlaceStoreSql, type PlaceTables } from './store/placeStoreSql.ts';
import { createRoomLogSqlite } from './store/roomLogSqlite.ts';
import { createSessionStore } from './store/sessionStoreSql.ts';
import { openSqlite } from './store/sqlite.ts';
import { createTemplateStore, type TemplateTables } from './store/templateStoreSql.ts';
import { createVersionStoreSql, type VersionTables } from './store/versionStoreSql.ts';
import { createWorkshopStore } from './store/workshopStoreSql.ts';
import type { WorkshopTables } from './store/workshopTables.ts';
import { createRooms } from './sync/rooms.ts';
import { createSync } from './sync/upgrade.ts';
import { createTemplates } from './templates/templates.ts';
import { createThread } from './thread/thread.ts';
import { createRecorder } from './versions/recorder.ts';
import { withStepVersions } from './versions/steps.ts';
import { createVersions } from './versions/versions.ts';
import { createAttendance } from './workshops/attendance.ts';
import type { BoardDocuments } from './workshops/boardDocuments.ts';
import { createChanges } from './workshops/changes.ts';
import { createContents } from './workshops/contents.ts';
import { createDoor } from './workshops/door.ts';
import { createOneByOne } from './workshops/oneByOne.ts';
import { createPeople } from './workshops/people.ts';
import { createWorkshops } from './workshops/workshops.ts';

export interface ComposeOptions {
  readonly now?: () => number;
  readonly log?: Logger;
  /** The client's build. */
  readonly clientFolder?: string;
  /** Requests one session may make in ten seconds, instead of the usual ones: for walks through the whole API. */
  readonly requests?: number;
}

/** What other parts of the process may do with a composed server, besides talking to it over the network. */
export interface Masa {
  /** Starts to listen. Resolves with the address it is reached by on this machine, e.g. `http://127.0.0.1:8080`. */
  listen(): Promise<string>;
  /** Everything that was acknowledged is on disk when this resolves. */
  close(): Promise<void>;
  /** The address people type: PUBLIC_URL, or one of this machine. */
  readonly publicAddress: () => string;
  /** The one-time set-up key; undefined once somebody has set the server up. */
  readonly setupKey: () => Promise<string | undefined>;
  /** The ordinary commands, for the demo. */
  readonly commands: ReturnType<typeof commandsOf>;
  readonly log: Logger;
}

const VERSION = '0.1.0';

/**
 * Requests of one session, or of one browser that is not signed in, in so many seconds. A body costs one more for each `bytes`, at most
 * `dearest`: reading a pasted report takes half a second of everybody's processor.
 */
const REQUESTS = { points: 400, duration: 10, bytes: 4_096, dearest: 100 };

const kindTypes = new Map(KINDS.map((kind) => [kind.id, typesOf(kind)]));

export async function compose(config: Config, options: ComposeOptions = {}): Promise<Masa> {
  const now = options.now ?? Date.now;
  const log = options.log ?? createLog(config.logLevel);
  const folder = await takeDataFolder(config.dataDir);
  const database = await openSqlite(path.join(config.dataDir, 'masa.sqlite')).catch((failure: unknown) => {
    folder.release();
    throw new CannotStart(
      `The database in ${config.dataDir} cannot be opened (${failure instanceof Error ? failure.message : 'unknown'}). ` +
        'Nothing in it was changed. Bring back a backup, or set DATA_DIR to another folder.',
      { cause: failure },
    );
  });
  const tables = database.kysely.withTables<WorkshopTables>();
  const store = createWorkshopStore(tables);
  const sessions = createSessionStore(tables);
  await sessions.sweep(now());

  const note = (event: string, fields: object): void => log.info(fields, event);
  const bus = createLocalBus();
  // As the board's kind has it; where nobody says which kind that is, as the first one that knows the type.
  const typeOf = (type: string, kind = '') =>
    kindTypes.get(kind)?.(type) ?? [...kindTypes.values()].map((of) => of(type)).find((found) => found !== undefined);
  const rooms = createRooms({
    bus,
    log: createRoomLogSqlite(database, { now }),
    typeOf,
    bytesOf: (document) => (isDraft(document) ? LIMITS.draftBytes : LIMITS.documentBytes),
    note,
    now,
  });
  const answers = createAnswerStoreSql(database.kysely.withTables<AnswerTables>());
  const versionStore = createVersionStoreSql(database.kysely.withTables<VersionTables>());
  // Drafts have no versions, and no pictures of their own: nothing of them outlives them.
  const boards = {
    ...rooms,
    onChanged: (listener: Parameters<typeof rooms.onChanged>[0]) =>
      rooms.onChanged((...change) => (isDraft(change[0]) ? undefined : listener(...change))),
    onEmpty: (listener: Parameters<typeof rooms.onEmpty>[0]) => rooms.onEmpty((board) => (isDraft(board) ? undefined : listener(board))),
  };
  const recorder = createRecorder({
    boards,
    store: versionStore,
    typeOf,
    nameOf: async (id) => (await store.participant(id))?.name ?? (await store.account(id))?.name,
    note,
    now,
  });
  const blobs = createBlobStoreSqlite(database);
  const caretaker = createCaretaker({ boards, blobs, versions: versionStore, note, now });
  const documents: BoardDocuments = {
    ...documentsOf(rooms),
    async remove(board) {
      await rooms.remove(board);
      await recorder.forget(board);
      await answers.remove(board);
      if (!isDraft(board)) await stages.forget(board);
    },
  };

  const signer = createSigner(await store.setting('signing-key', createToken));
  const callers = createCallers({ store, sessions, signer, now });
  const gate = createGate(store);
  const origins = createOrigins(config.publicUrl);
  const templates = createTemplates({ store, templates: createTemplateStore(database.kysely.withTables<TemplateTables>()), gate, documents, now });
  const changes = createChanges(now);
  const attendance = createAttendance();
  const places = createPlaceStoreSql(database.kysely.withTables<PlaceTables>());
  const oneByOne = createOneByOne();
  const seating = createSeating({ store, places, documents, changes });
  const parts = { store, gate, callers, documents, templates, answers, places, oneByOne, seating, changes, attendance, now, recorder, note };
  const commands = commandsOf(parts);
  const { workshops, door, people, contents } = commands;
  const carriedStore = createCarriedStoreSql(database.kysely.withTables<CarriedTables>());
  const thread = createThread({ store, gate, documents, findTemplate: (workshopId, ref) => templates.find(workshopId, ref), carriedStore, now });
  const closingStore = createClosingStoreSql(database.kysely.withTables<ClosingTables>());
  const rounds = await createRounds({ gate, store, answers, closingStore, contents, changes, randomBelow, note, now });
  const market = createMarket({
    gate,
    store,
    places,
    contents,
    documents,
    templates,
    answers: (caller, boardId, round) => rounds.all(caller, boardId, round),
    noteCarried: (rows) => thread.note(rows),
    oneByOne,
    seating,
    changes,
    now,
  });
  const selfOn = createSelves(signer);
  const stages = createStages({
    store,
    drafts: createDraftStoreSql(database.kysely.withTables<DraftTables>()),
    gate,
    documents,
    rooms: stageDocumentsOf(rooms),
    changes,
    selfOn,
    randomBelow,
    note,
    now,
  });
  await stages.finish();
  // Counted by themselves: whoever guesses codes shuts no organiser out, and wrong passwords shut no doors.
  const attempts = createAttempts(now);
  const setupKey = config.setupKey ?? createToken();

  const pace = new RateLimiterMemory({ ...REQUESTS, points: options.requests ?? REQUESTS.points });
  const metrics = createMetrics();
  metrics.gauge('masa_rooms', 'Boards in memory', () => rooms.size.rooms);
  metrics.gauge('masa_board_sockets', 'Sockets on boards', () => rooms.size.connections);
  metrics.gauge('masa_facilitation_sockets', 'Sockets of the facilitation channel', () => gateway.connections);

  const listening = createListening(config);
  const { http, publicAddress } = listening;

  const app = createApp({
    callers,
    origins,
    signer,
    log,
    metrics,
    metricsToken: config.metricsToken,
    publicUrl: config.publicUrl,
    fallbackAddress: publicAddress,
    version: VERSION,
    clientFolder: options.clientFolder ?? path.resolve(import.meta.dirname, '../../client/dist'),
    isWritable: () => store.touch(now()),
    async pace(caller: Caller | undefined, device, bytes) {
      try {
        const cost = Math.min(REQUESTS.dearest, 1 + Math.floor(bytes / REQUESTS.bytes));
        await pace.consume(caller ? `session ${caller.session.tokenHash}` : `device ${device}`, cost);
      } catch {
        throw new Refusal('too-fast', 1_000);
      }
    },
    handlers: {
      ...createSessionHandlers({ store, callers, people, attempts, setupKey, version: VERSION, now }),
      ...createWorkshopHandlers({ store, gate, workshops }),
      ...createDoorHandlers({ store, door, people }),
      ...createBoardHandlers({ store, gate, contents, now }),
      ...createStageHandlers({ stages }),
      ...createTemplateHandlers({ templates }),
      ...createVersionHandlers({ versions: createVersions({ gate, store: versionStore, recorder }) }),
      ...createRoundHandlers({ rounds }),
      ...createMarketHandlers({ market }),
      ...createThreadHandlers({ thread }),
      ...createPictureHandlers(createPictures({ gate, blobs, reencode, now })),
    },
  });
  http.on('request', app);

  const sync = createSync({
    rooms,
    authorise: createBoardAdmission(callers, gate, selfOn, (board, participant) => stages.openDraft(board, participant)),
    isOurOrigin: (origin, { headers }) => origins.isOurs(origin, headers.host),
    note,
    now,
  });
  const gateway = createGateway({
    http,
    callers,
    origins,
    gate,
    store,
    documents,
    attendance,
    changes,
    channel: createWorkshopChannel(workshops, stages),
    now,
    log,
  });
  // Sessions that died: their board sockets lose every right.
  callers.ended.on(() => rooms.reconsider());
  http.on('upgrade', (request, socket, head) => {
    if (sync.upgrade(request, socket, head)) return;
    // Socket.IO has its own listener; what is neither ours nor its gets no answer.
    if (!request.url?.startsWith('/socket.io/')) socket.destroy();
  });

  const sweeping = setInterval(() => void sessions.sweep(now()).catch((error: unknown) => log.error({ error }, 'sessions.unswept')), 3_600_000);
  sweeping.unref();

  return {
    log,
    commands,
    publicAddress,
    setupKey: async () => ((await store.hasAccount()) ? undefined : setupKey),
    listen: () => listening.open((error) => log.error({ error }, 'http.broke')),
    async close() {
      clearInterval(sweeping);
      const closed = listening.refuse();
      sync.close();
      await rounds.close();
      stages.close();
      await gateway.close();
      await caretaker.close();
      await recorder.close();
      await rooms.close();
      await closed.cut();
      await bus.close();
      await database.close();
      folder.release();
    },
  };
}

type CommandParts = Parameters<typeof createPeople>[0] &
  Parameters<typeof createWorkshops>[0] &
  Pick<Parameters<typeof withStepVersions>[0], 'recorder' | 'note'>;

/** Everything people do to workshops, over whatever wire. */
function commandsOf(parts: CommandParts) {
  const attempts = createAttempts(parts.now);
  return {
    store: parts.store,
    callers: parts.callers,
    workshops: withStepVersions({ ...parts, workshops: createWorkshops(parts) }),
    door: createDoor({ ...parts, attempts }),
    people: createPeople(parts),
    contents: createContents(parts),
  };
}
