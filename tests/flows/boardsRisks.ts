// A group looks for what could go wrong with its idea: privately, blind, together; and what it does about it goes into a plan.
import { levelsOf, ratingText } from '@masa/client/kinds/risk-matrix/words.ts';
import { AXES, AXIS_LABELS, type Rating, riskMatrix } from '@masa/shared/kinds';
import type { RoundReply } from '@masa/shared/wire';
import { expect } from 'vitest';
import { moveOn, type Story } from '../support/boardsStory.ts';
import { type Guest, templateNamed, WAIT } from '../support/boardsStoryPages.ts';
import { createNosy } from '../support/simulatedNosy.ts';
import { mustAsk } from '../support/simulatedPeople.ts';
import { ACTIVITY, carryOver } from './boardsTable.ts';

const SHEET = 'risks-5';
/** What three of them fear beside what was carried here. */
const FEARS = {
  ivan: 'Робототехникът си тръгва и никой друг не може',
  ana: 'Părinții nu știu de atelier',
  sim: 'Повреден комплект без резервни части',
} as const;
export const ACTION = 'Още двама колеги минават обучението';

const rate = (likelihood: number, consequence: number): Rating => ({ likelihood, consequence });
const MILD = rate(2, 2);
/** What most of them say of the risk that is treated; two seats are far from it. */
const GRAVE = rate(5, 4);
const AFTERWARDS = rate(2, 3);

const titles = (guest: Guest) => guest.page.locator('form.answer-question h3');

/** One seat answers about everything, by the keys of the levels. */
async function answerAll(guest: Guest, says: (title: string) => Rating): Promise<void> {
  const form = guest.page.locator('form.answer-question');
  const summary = guest.page.locator('.answer-summary');
  await form.or(summary).waitFor();
  const legends = { likelihood: guest.say('risk', 'howLikely'), consequence: guest.say('risk', 'howBad') } as const;
  for (let asked = 0; asked < 20 && (await form.count()) > 0; asked += 1) {
    const title = (await titles(guest).textContent()) ?? '';
    const said = says(title);
    for (const axis of AXES) {
      const scale = form.getByRole('group', { name: legends[axis], exact: true });
      await scale.locator('input').first().focus();
      await guest.page.keyboard.press(String(said[axis]));
    }
    await expect.poll(() => form.locator('.answer-state').textContent(), WAIT).toBe(guest.say('rounds', 'saved'));
    await guest.button(guest.say('rounds', 'next'), form).click();
    await expect.poll(async () => (await titles(guest).count()) === 0 || (await titles(guest).textContent()) !== title).toBe(true);
  }
  await summary.waitFor();
}

/** Nothing of what was shown is cut off where nobody can scroll to it. */
const isWhole = (guest: Guest): Promise<void> =>
  expect
    .poll(() => guest.page.locator('.shown-ratings').evaluateAll((all) => all.map((each) => each.scrollHeight - each.clientHeight)), WAIT)
    .not.toContainEqual(expect.toSatisfy((hidden: number) => hidden > 1));

interface Model {
  readonly cells: readonly { readonly id: string; readonly cards: readonly { readonly id: string; readonly text: string }[] }[];
}

/** What could go wrong: looked for privately, gathered, rated blind by each seat, shown, agreed on. Resolves with the code of the gravest. */
export async function rateRisks(story: Story, board: string): Promise<string> {
  const { crowd, people, ivan, ana, elica, workshop, code: door } = story;
  const [first, second, third] = people;
  if (!first || !second || !third) throw new Error('nobody sits there');
  const nosy = await createNosy(crowd, first, { workshop, code: door, board, rounds: ['before', 'after'], objects: () => [] });
  // The facilitator brings the activity: could it go wrong?
  await elica.button(elica.say('tools', 'carry-to'), await elica.card(ACTIVITY)).click();
  await carryOver(elica, board, ACTIVITY);

  await Promise.all([ivan.goToBoard(board), ana.goToBoard(board)]);
  await Promise.all([
    ivan.write(SHEET, 'tray', [FEARS.ivan]),
    ana.write(SHEET, 'tray', [FEARS.ana]),
    crowd.draft(board, second, { slot: 'risks', text: FEARS.sim }),
  ]);
  await Promise.all([ivan.saved(), ana.saved()]);
  expect(await nosy.seen(Object.values(FEARS))).toEqual([]);
  await ivan.picture('11-premortem');
  const both = [ivan, ana];
  await moveOn(story, 'gather', both, riskMatrix);
  for (const text of [ACTIVITY, ...Object.values(FEARS)]) await ana.card(text);
  expect(await nosy.seen(Object.values(FEARS))).toHaveLength(3);
  await elica.picture('12-gather');
  await moveOn(story, 'word', both, riskMatrix);
  await moveOn(story, 'rate', both, riskMatrix);

  const model = await mustAsk<Model>(crowd.ask, 'GET', `/api/boards/${board}`, { token: first.token });
  const risks = model.cells.flatMap(({ cards }) => cards);
  const quiet = nosy.bytes().length;
  for (const [person, grave] of [
    [first, GRAVE],
    [second, GRAVE],
    [third, rate(2, 1)],
  ] as const)
    for (const { id, text } of risks) await crowd.answer(board, 'before', person, id, text === ACTIVITY ? grave : MILD);
  for (const guest of both) await guest.panel(riskMatrix.id, 'rating');
  const of = (grave: Rating) => (title: string) => (title.endsWith(ACTIVITY) ? grave : MILD);
  await Promise.all([
    answerAll(ana, of(GRAVE)),
    (async () => {
      await ivan.button(ivan.say('rounds', 'begin', { seat: 1 })).click();
      await answerAll(ivan, of(GRAVE));
      await ivan.button(ivan.say('rounds', 'readyHandOver', { seat: 2 })).click();
      await ivan.picture('13-hand-over');
      await ivan.button(ivan.say('rounds', 'begin', { seat: 2 })).click();
      await answerAll(ivan, of(rate(1, 2)));
    })(),
  ]);
  await ana.picture('13-rated');
  const answered = await mustAsk<RoundReply>(crowd.ask, 'GET', `/api/boards/${board}/rounds/before`, { token: first.token });
  expect(answered.turnout).toEqual({ seats: 6, begun: 6, done: 6 });
  // Before they are shown the nosy one knows its own, how many have answered, and nothing came over the board's socket but presence.
  expect([answered.shown, answered.own.length]).toEqual([null, risks.length]);
  expect(nosy.bytes().subarray(quiet).includes('likelihood')).toBe(false);

  await moveOn(story, 'reveal', both, riskMatrix);
  const row = ivan.page.locator('.spread-table tbody tr').filter({ hasText: ACTIVITY });
  await expect.poll(() => row.locator('.spread-talk').first().textContent(), WAIT).toContain(ivan.say('rounds', 'talk'));
  const mild = ivan.page.locator('.spread-table tbody tr').filter({ hasText: FEARS.sim });
  expect(await mild.locator('.spread-talk').count()).toBe(0);
  await isWhole(ivan);
  await ivan.picture('14-reveal');
  const cell = (language: 'bg' | 'ro') => ratingText(templateNamed(SHEET), GRAVE, language);
  const code = /R\d+/u.exec((await row.textContent()) ?? '')?.[0] ?? '';
  const groupCell = (guest: Guest) => guest.page.getByRole('group', { name: guest.say('risk', 'groupCell', { code }), exact: true });
  await ivan.button(ivan.say('risk', 'agreeOn', { cell: cell('bg') }), groupCell(ivan)).click();
  await groupCell(ana)
    .getByText(ana.say('risk', 'agreed', { cell: cell('ro') }), { exact: true })
    .waitFor();
  const agreed = await mustAsk<Model>(crowd.ask, 'GET', `/api/boards/${board}`, { token: first.token });
  expect(agreed.cells.find(({ id }) => id === 'l5c4')?.cards.map(({ text }) => text)).toEqual([ACTIVITY]);
  return code;
}

/** What is done about it, by whom and when; how it looks afterwards; and the action is carried to the plan, and from there home. */
export async function treatRisk(
  story: Story,
  boards: { readonly risks: string; readonly plan: string; readonly tasks: string },
  code: string,
): Promise<void> {
  const { crowd, people, ivan, ana } = story;
  const both = [ivan, ana];
  await moveOn(story, 'treat', both, riskMatrix);
  const register = await ivan.panel(riskMatrix.id, 'register');
  const facets = riskMatrix.types.card?.facets ?? {};
  const ofRisk = (guest: Guest, label: string): string => guest.say('risk', 'ofRisk', { code, label });
  const line = register.getByLabel(ofRisk(ivan, ivan.say('risk', 'addAction')), { exact: true });
  await line.fill(ACTION);
  await line.press('Enter');
  for (const [name, text] of [
    ['who', 'Иван'],
    ['when', 'до май'],
  ] as const) {
    const field = register.getByLabel(ofRisk(ivan, facets[name]?.label.bg ?? ''), { exact: true });
    await field.fill(text);
    await field.press('Enter');
  }
  await ivan.saved();
  await ivan.picture('15-register');

  await moveOn(story, 'rate-after', both, riskMatrix);
  const risks = (await mustAsk<RoundReply>(crowd.ask, 'GET', `/api/boards/${boards.risks}/rounds/after`, { token: people[0]?.token ?? '' })).about;
  for (const person of people.slice(0, 3)) for (const risk of risks) await crowd.answer(boards.risks, 'after', person, risk, AFTERWARDS);
  await ana.panel(riskMatrix.id, 'rating');
  await answerAll(ana, () => AFTERWARDS);
  await moveOn(story, 'actions', both, riskMatrix);
  const phase = facets.after?.label.ro ?? '';
  for (const axis of AXES) {
    const select = ana.page.getByLabel(ofRisk(ana, `${phase}, ${AXIS_LABELS[axis].ro}`), { exact: true });
    const level = levelsOf(templateNamed(SHEET), axis, 'ro').find((each) => each.level === AFTERWARDS[axis]);
    await select.selectOption({ label: `${level?.level} ${level?.label}` });
  }
  await ana.saved();
  await isWhole(ana);
  await ana.picture('16-after');

  await ana.button(ana.say('tools', 'carry-to'), await ana.card(ACTION)).click();
  await carryOver(ana, boards.plan, ACTION);
  await ana.picture('17-plan');
  await ana.button(ana.say('tools', 'carry-to'), ana.page.locator('aside.drawer')).click();
  await carryOver(ana, boards.tasks, ACTION);
  await ana.picture('18-task');
}
