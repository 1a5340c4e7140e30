// The HTTP API as pages see it, over a small workshop in memory: for page tests and screenshots of states a real server is rarely in.
// It answers as the wire types say; what it refuses, it refuses in the server's shape. Not a server: it checks nothing a page relies on.
import type { Language } from '@masa/shared/core';
import type { Board, ClaimList, Group, LateList, Lobby, Participant, Workshop } from '@masa/shared/wire';

export interface StubRequest {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface StubAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface StubState {
  setUp: boolean;
  signedIn: boolean;
  locked: boolean;
  /** Whoever knocked has been let in. */
  admitted: boolean;
  /** Who this device already is. */
  returning: Participant | null;
  tables: number;
  /** Tables that have a sheet. */
  sheets: number;
  people: Participant[];
  claims: ClaimList['claims'][number][];
  late: LateList['late'][number][];
  links: number;
  state: Workshop['state'];
  /** Sentence for the next unsafe request, which is then refused. */
  refuse: string | undefined;
  /** Everything asked so far. */
  readonly asked: StubRequest[];
}

export const CODE = '482913';
export const WORKSHOP_ID = 'w-plovdiv';

const TITLES: Readonly<Record<Language, string>> = {
  bg: 'Партньорствата – средство за иновативни услуги',
  ro: 'Servicii noi de bibliotecă: beneficiu sau povară?',
  uk: 'Партнерство як шлях до нових послуг громаді',
  nb: 'Idétorg: nye tjenester i biblioteket',
  en: 'Partnerships – a tool for innovative services',
};

const TARGETS: readonly string[] = [
  'Младежи в неравностойно положение',
  'Самотни възрастни хора',
  'Родители на малки деца',
  'Безработни над 50 години',
  'Ученици от малките села',
  'Хора с увреждания',
  'Бежанци и новодошли семейства',
  'Земеделски производители',
  'Доброволци и читалищни дейци',
];

const NAMES: readonly (readonly [name: string, library: string, region: string])[] = [
  ['Мария Петрова', 'Регионална библиотека „Иван Вазов“', 'Пловдив'],
  ['Ion Munteanu', 'Biblioteca Publică Orhei', 'Orhei'],
  ['Олена Шевчук', 'Центральна бібліотека', 'Вінниця'],
  ['Kari Nordmann', 'Gratangen folkebibliotek', 'Troms'],
  ['Георги Димитров', 'Народно читалище „Просвета“', 'Пазарджик'],
  ['Ștefania Țurcanu', 'Biblioteca „B. P. Hasdeu“', 'Chișinău'],
];

export const person = (at: number, groupId: string | null): Participant => {
  const [name, library, region] = NAMES[at % NAMES.length] ?? ['', '', ''];
  return { id: `p-${at}`, name, library, region, language: 'bg', seats: 1 + (at % 3), groupId };
};

const NOW = Date.UTC(2026, 9, 14, 8, 30);

export function createStubApi(change: Partial<StubState> = {}, language: Language = 'bg') {
  const state: StubState = {
    setUp: true,
    signedIn: true,
    locked: false,
    admitted: false,
    returning: null,
    tables: 9,
    sheets: 9,
    people: [],
    claims: [],
    late: [],
    links: 0,
    state: 'open',
    refuse: undefined,
    asked: [],
    ...change,
  };

  const groups = (): Group[] =>
    Array.from({ length: state.tables }, (_, at) => ({
      id: `g-${at + 1}`,
      number: at + 1,
      name: at % 3 === 0 ? `Група ${at + 1}` : '',
      targetGroup: TARGETS[at % TARGETS.length] ?? '',
      colour: at,
    }));
  const boards = (): Board[] =>
    groups()
      .slice(0, state.sheets)
      .map((group) => ({
        id: `b-${group.number}`,
        kind: 'service-canvas',
        template: group.number < 5 ? 'form-a@1' : 'form-b@1',
        title: '',
        groupId: group.id,
        state: group.number === 3 ? 'frozen' : 'open',
        stage: '',
        authorship: 'named',
        isReady: false,
        right: 'write',
      }));
  const workshop = (): Workshop => ({
    id: WORKSHOP_ID,
    title: TITLES[language],
    language,
    currency: 'EUR',
    timeZone: 'Europe/Sofia',
    state: state.state,
    doorLocked: state.locked,
    sharesBoards: false,
    createdAt: NOW,
    code: state.state === 'closed' ? null : CODE,
    joinUrl: `http://192.168.1.20:8080/join/${CODE}`,
    groups: groups(),
    boards: boards(),
  });
  const lobby = (): Lobby => ({
    workshopId: WORKSHOP_ID,
    title: TITLES[language],
    language,
    locked: state.locked,
    groups: groups().map((group, at) => ({ ...group, seats: [0, 1, 4, 5, 2, 0, 6, 3, 1][at % 9] ?? 0, isFormed: false })),
    libraries: NAMES.map(([, library]) => library),
    regions: NAMES.map(([, , region]) => region),
    returning: state.returning,
  });

  const ok = (body: unknown, status = 200): StubAnswer => ({ status, body });
  const refused = (status: number, code: string, message: string): StubAnswer => ({ status, body: { error: { code, message } } });
  const done = ok({ ok: true });

  const answers: readonly (readonly [pattern: RegExp, answer: (request: StubRequest, match: RegExpExecArray) => StubAnswer])[] = [
    [/^GET \/api\/instance$/, () => ok({ setUp: state.setUp, version: '0.1.0', serverTime: NOW })],
    [/^POST \/api\/(setup|sessions|links)$/, () => ok({ token: 't', workshopId: WORKSHOP_ID, role: 'facilitator' }, 201)],
    [
      /^GET \/api\/me$/,
      () =>
        state.signedIn
          ? ok({
              role: 'participant',
              id: 'p-0',
              name: '',
              workshopId: WORKSHOP_ID,
              participant: state.returning ?? person(0, 'g-1'),
              csrf: 'c',
              serverTime: NOW,
            })
          : refused(401, 'no-session', 'Влезте отново.'),
    ],
    [/^GET \/api\/join\/(\d+)$/, (_, [, code]) => (code === CODE ? ok(lobby()) : refused(404, 'no-such-code', 'Няма такава среща.'))],
    [/^POST \/api\/join$/, () => ok({ token: 't', participantId: 'p-0', workshopId: WORKSHOP_ID }, 201)],
    [/^POST \/api\/join\/claims$/, () => ok({ id: 'c-1', secret: 's' }, 201)],
    [
      /^POST \/api\/join\/claims\/c-1$/,
      () => ok(state.admitted ? { state: 'approved', token: 't', participantId: 'p-0', workshopId: WORKSHOP_ID } : { state: 'waiting' }),
    ],
    [
      /^GET \/api\/workshops$/,
      () =>
        state.signedIn
          ? ok({
              workshops: (['bg', 'ro', 'uk', 'nb'] as const).slice(0, state.tables === 0 ? 0 : 4).map((each, at) => ({
                id: at === 0 ? WORKSHOP_ID : `w-${each}`,
                title: TITLES[each],
                language: each,
                state: (['open', 'frozen', 'closed', 'open'] as const)[at],
                createdAt: NOW - at * 86_400_000 * 40,
                groups: 9 - at,
                boards: 9,
                participants: 41 - at * 20,
              })),
            })
          : refused(401, 'no-session', 'Влезте отново.'),
    ],
    [/^(GET|PATCH) \/api\/workshops\/w-plovdiv$/, () => (state.signedIn ? ok(workshop()) : refused(401, 'no-session', 'Влезте отново.'))],
    [
      /^GET \/api\/workshops\/[\w-]+\/participants$/,
      () => ok({ participants: state.people.map((each, at) => ({ ...each, online: at % 4 !== 3, joinedAt: NOW })) }),
    ],
    [/^GET \/api\/workshops\/[\w-]+\/claims$/, () => ok({ claims: state.claims })],
    [/^GET \/api\/workshops\/[\w-]+\/late$/, () => ok({ late: state.late })],
    [
      /^GET \/api\/workshops\/[\w-]+\/links$/,
      () =>
        ok({
          links: [
            { id: 'l-1', role: 'facilitator', label: 'Иван Колев', once: false, createdAt: NOW, used: 2 },
            { id: 'l-2', role: 'observer', label: '', once: false, createdAt: NOW, used: 0 },
          ].slice(0, state.links),
        }),
    ],
    [/^POST \/api\/workshops\/[\w-]+\/links$/, () => ok({ id: 'l-1', token: 't', url: 'http://192.168.1.20:8080/open#3f9kX2mQ7vRt' }, 201)],
    [/^POST \/api\/workshops\/[\w-]+\/code$/, () => ok({ code: '771204' }, 201)],
    [/^POST \/api\/workshops(\/[\w-]+\/(groups|boards))?$/, () => ok({ id: 'new', code: CODE }, 201)],
    [/^POST \/api\/workshops\/[\w-]+\/(claims|late)\/[\w-]+$/, () => done],
    [/^(PATCH|DELETE) \/api\//, () => done],
  ];

  return {
    state,
    answer(request: StubRequest): StubAnswer {
      state.asked.push(request);
      const sentence = state.refuse;
      if (sentence !== undefined && request.method !== 'GET') {
        state.refuse = undefined;
        return refused(409, 'refused', sentence);
      }
      const line = `${request.method} ${request.path}`;
      for (const [pattern, answer] of answers) {
        const match = pattern.exec(line);
        if (match) return answer(request, match);
      }
      return refused(404, 'not-found', 'Няма такова нещо.');
    },
  };
}

export type StubApi = ReturnType<typeof createStubApi>;
