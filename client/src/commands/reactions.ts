// Reacting to what is chosen: one command a sign. It puts this person's sign on everything chosen, or, where it is on everything, takes it off.
import { MARK_WORDS, selfOf } from '@masa/shared/board';
import { SIGNS, type Sign, toggleMark } from '@masa/shared/objects';
import { chosenRecords } from '../editor/arrangement.ts';
import type { Editor } from '../editor/Editor.ts';
import { type Command, type CommandHost, first, needsWriting } from './command.ts';
import { needsChosen } from './editing.ts';

/** What can be reacted to, among what is chosen. */
const chosen = (editor: Editor): readonly string[] =>
  chosenRecords(editor).flatMap(({ id, type }) => (type === 'comment' || type === 'reply' ? [] : [id]));

const isOn = (editor: Editor, id: string, sign: Sign): boolean => editor.records.marks.on(id).get(sign)?.has(selfOf(editor.context())) ?? false;

/** The eight reactions, named in the viewer's language. */
export const reactionCommands = ({ language }: CommandHost): readonly Command[] =>
  SIGNS.map((sign) => ({
    id: `react-${sign}`,
    group: 'together',
    label: 'reactNamed',
    values: { name: MARK_WORDS[sign][language] },
    whyNot: first(needsWriting, needsChosen, ({ editor }) => (chosen(editor).length > 0 ? null : 'whyNothingChosen')),
    isOn({ editor }) {
      const ids = chosen(editor);
      return ids.length > 0 && ids.every((id) => isOn(editor, id, sign));
    },
    run({ editor }) {
      const ids = chosen(editor);
      const everywhere = ids.every((id) => isOn(editor, id, sign));
      const by = selfOf(editor.context());
      editor.perform(ids.filter((id) => everywhere || !isOn(editor, id, sign)).flatMap((id) => toggleMark(by, id, sign, everywhere)));
    },
  }));
