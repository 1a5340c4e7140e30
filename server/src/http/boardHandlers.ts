// What is on boards, over HTTP: read model, cards, exports, late contributions, pasted sheets, the report.
import { type ExportOptions, exportCsv, exportJson, exportMarkdown, readModel } from '@masa/shared/board';
import type { Language } from '@masa/shared/core';
import { parseSheets } from '@masa/shared/kinds';
import type { cardsRequest } from '@masa/shared/wire';
import type { z } from 'zod';
import type { Gate } from '../auth/gate.ts';
import { workshopReport } from '../report/workshopReport.ts';
import type { WorkshopStore } from '../store/workshopStore.ts';
import { type Contents, labelLanguage, type OpenedBoard } from '../workshops/contents.ts';
import type { Handlers } from './call.ts';

type Names =
  | 'readBoard'
  | 'addCards'
  | 'exportMarkdown'
  | 'exportCsv'
  | 'exportJson'
  | 'addLate'
  | 'listLate'
  | 'decideLate'
  | 'parseSheets'
  | 'readReport';

interface Parts {
  readonly store: WorkshopStore;
  readonly gate: Gate;
  readonly contents: Contents;
  readonly now: () => number;
}

const PARKING_ADDRESS = 'parking';

function cardsOf({ cells, rest = [] }: z.output<typeof cardsRequest>) {
  return [
    ...cells.flatMap(({ id, cards }) => cards.map(({ text, ...fields }) => ({ address: id, text, fields }))),
    ...rest.map((text) => ({ address: PARKING_ADDRESS, text, fields: {} })),
  ];
}

const groupOf = ({ group }: OpenedBoard): { group: NonNullable<ExportOptions['group']> } | object =>
  group ? { group: { number: group.number, name: group.name, targetGroup: group.targetGroup } } : {};

const exportOptions = (opened: OpenedBoard, language: Language): ExportOptions => ({ language, title: opened.board.title, ...groupOf(opened) });

export function createBoardHandlers({ store, gate, contents, now }: Parts): Handlers<Names> {
  return {
    async readBoard({ caller, params, query }) {
      const opened = await contents.read(caller, params.id);
      const { id, kind, template, title } = opened.board;
      const label = { id, kind, template, title, ...groupOf(opened) };
      const model = readModel(opened.reader, label, labelLanguage(query.language, caller, opened.workshop));
      return {
        workshopId: opened.workshop.id,
        ...model,
        cells: model.cells.map((cell) => ({ ...cell, cards: [...cell.cards] })),
        free: [...model.free],
        checks: [...model.checks],
        sums: [...model.sums],
        ledgers: model.ledgers?.map(({ slot, sums }) => ({ slot, sums: [...sums] })),
      };
    },

    addCards: async ({ caller, params, body }) => ({ cards: [...(await contents.add(caller, params.id, cardsOf(body)))] }),

    async exportMarkdown({ caller, params, query }) {
      const opened = await contents.read(caller, params.id, 'board.export');
      return exportMarkdown(opened.reader, exportOptions(opened, labelLanguage(query.language, caller, opened.workshop)));
    },
    async exportCsv({ caller, params, query }) {
      const opened = await contents.read(caller, params.id, 'board.export');
      return exportCsv(opened.reader, exportOptions(opened, labelLanguage(query.language, caller, opened.workshop)));
    },
    async exportJson({ caller, params }) {
      const opened = await contents.read(caller, params.id, 'board.export');
      return `${JSON.stringify(exportJson(opened.reader), null, 2)}\n`;
    },

    addLate: async ({ caller, params, body }) => ({ id: await contents.addLate(caller, params.id, body.cards) }),
    listLate: async ({ caller, params }) => ({
      late: (await contents.waitingLate(caller, params.id)).map(({ id, boardId, author, at, cards }) => ({
        id,
        boardId,
        author,
        at,
        cards: [...cards],
      })),
    }),
    decideLate: async ({ caller, params, body }) => ({ cards: [...(await contents.decideLate(caller, params.id, params.lateId, body.accept))] }),

    async parseSheets({ caller, body, visit }) {
      gate.server(caller.actor, 'sheet.parse');
      const { workshopId } = caller.session;
      const workshop = workshopId === null ? undefined : await store.workshop(workshopId);
      const language = body.language ?? workshop?.language ?? visit.language;
      const { sheets } = parseSheets(body.text, { language, ...(workshop ? { currency: workshop.currency } : {}) });
      return {
        sheets: sheets.map((sheet) => ({
          ...sheet,
          rest: [...sheet.rest],
          cells: sheet.cells.map((cell) => ({ ...cell, cards: cell.cards.map((card) => ({ ...card })) })),
        })),
      };
    },

    async readReport({ caller, params, query }) {
      const { workshop, groups, boards } = await contents.readAll(caller, params.id);
      return workshopReport({
        workshop,
        groups,
        boards,
        language: labelLanguage(query.language, caller, workshop),
        public: query.public === '1',
        ...(query.form ? { form: query.form } : {}),
        at: now(),
      });
    },
  };
}
