// The stages of a board: those its kind has, or the two every board can have.
import type { BoardKind, Round, Stage } from './kind.ts';

export const PLAIN_STAGES: readonly Stage[] = [
  {
    id: 'together',
    label: { en: 'Together', bg: 'Заедно', ro: 'Împreună', uk: 'Разом', nb: 'Sammen' },
    task: {
      en: 'Everybody writes on this board.',
      bg: 'Всички пишат на тази дъска.',
      ro: 'Toată lumea scrie pe această tablă.',
      uk: 'Усі пишуть на цій дошці.',
      nb: 'Alle skriver på denne tavlen.',
    },
    writing: 'together',
  },
  {
    id: 'privately',
    label: { en: 'Each for themselves', bg: 'Всеки за себе си', ro: 'Fiecare pentru sine', uk: 'Кожен для себе', nb: 'Hver for seg' },
    task: {
      en: 'Write by yourself. Nobody sees it until the facilitator opens it for all.',
      bg: 'Пишете сами. Никой няма да го види, докато водещият не го отвори за всички.',
      ro: 'Scrieți fiecare pentru sine. Nimeni nu vede textul până când facilitatorul îl deschide pentru toți.',
      uk: 'Пишіть самостійно. Ніхто цього не побачить, доки ведучий не відкриє для всіх.',
      nb: 'Skriv for deg selv. Ingen ser det før workshoplederen åpner det for alle.',
    },
    writing: 'privately',
  },
];

export const stagesOf = (kind: BoardKind): readonly Stage[] => kind.stages ?? PLAIN_STAGES;

/** The stage with this id; for an empty or unknown one the first. */
export function stageOf(kind: BoardKind, id: string): Stage {
  const stages = stagesOf(kind);
  const [first = PLAIN_STAGES[0] as Stage] = stages;
  return stages.find((stage) => stage.id === id) ?? first;
}

export const roundOf = (kind: BoardKind, id: string): Round | undefined => kind.rounds?.find((round) => round.id === id);
