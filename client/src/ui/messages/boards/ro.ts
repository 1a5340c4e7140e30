// Texts about giving boards to tables and going from one to another, in Romanian.
import type { Texts } from '../areas.ts';

const texts: Texts<'boards'> = {
  title: 'Table de lucru',
  lead: 'Dați grupurilor sau tuturor împreună o tablă pentru următoarea parte a zilei.',
  which: 'Tabla',
  forTables: 'Pentru fiecare masă',
  forAll: 'Pentru tot atelierul',
  whom: 'Pentru cine',
  own: 'Ale dumneavoastră',
  ownTemplates: 'Șabloanele dumneavoastră: desenați sau modificați',
  everyTable: 'Fiecare masă care încă nu are așa ceva',
  oneTable: 'Masa {number}',
  everybody: 'Toți împreună',
  give: 'Dă tabla',
  given: '{count, plural, =0 {Fiecare masă are deja una.} one {# tablă este gata.} few {# table sunt gata.} other {# de table sunt gata.}}',
  sharedTitle: 'Table pentru toți',
  sharedNone: 'Încă nu există o tablă pentru toți.',
  open: 'Deschide: {name}',
  openOf: 'Deschide: {name}, masa {number}',
  writing: 'Scrierea pe „{name}”',
  remove: 'Șterge: {name}',
  removeOf: 'Șterge: {name}, masa {number}',
  removeAsk: '„{name}” și tot ce este pe ea vor fi șterse. Nimeni nu le mai poate aduce înapoi.',
  removeConfirm: 'Șterge',
  switchTo: 'La altă tablă',
  ownTable: 'Masa aceasta',
  shared: 'Pentru toți',
};

export default texts;
