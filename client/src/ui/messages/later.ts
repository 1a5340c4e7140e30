// Texts of everything behind the door. The first page only knows how to fetch this list: the names of forty files are half a kilobyte
// that nobody who joins needs.
export const LATER = import.meta.glob<Readonly<Record<string, string>>>(['./*/{en,bg,ro,uk,nb}.ts', '!./common/*', '!./join/*'], {
  import: 'default',
});
