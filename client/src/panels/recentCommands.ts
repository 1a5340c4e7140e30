// Which commands this person used lately from the palette, kept on the device.
const KEPT_AT = 'masa:commands';
const KEPT_MAX = 5;

/** Ids, the last one first. */
export function recentCommands(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEPT_AT) ?? '[]');
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string').slice(0, KEPT_MAX) : [];
  } catch {
    return [];
  }
}

export function keepRecent(id: string): void {
  try {
    localStorage.setItem(KEPT_AT, JSON.stringify([id, ...recentCommands().filter((each) => each !== id)].slice(0, KEPT_MAX)));
  } catch {
    // A device that keeps nothing shows the commands in their order.
  }
}
