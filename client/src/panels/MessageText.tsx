// What somebody wrote in a conversation; whom they call stands out.
import type { BoardRecord } from '@masa/shared/document';
import { partsOf } from './mentions.ts';
import { useNames } from './peopleNames.ts';
import { mentionsOf } from './threads.ts';

export function MessageText({ message }: { readonly message: BoardRecord }) {
  const nameOf = useNames();
  const names = mentionsOf(message).flatMap((id) => nameOf(id) ?? []);
  return (
    <p className="message-text">
      {partsOf(message.text, names).map((part, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name than where they stand
        part.isCall ? <strong key={at}>{part.text}</strong> : <span key={at}>{part.text}</span>,
      )}
    </p>
  );
}
