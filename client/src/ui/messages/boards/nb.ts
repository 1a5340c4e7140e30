// Texts about giving boards to tables and going from one to another, in Norwegian Bokmål.
import type { Texts } from '../areas.ts';

const texts: Texts<'boards'> = {
  title: 'Tavler',
  lead: 'Gi bordene, eller alle sammen, en tavle til neste del av dagen.',
  which: 'Tavle',
  forTables: 'For hvert bord',
  forAll: 'For hele workshopen',
  whom: 'For hvem',
  own: 'Egne',
  ownTemplates: 'Egne maler: tegn eller endre',
  everyTable: 'Alle bord som ikke har en slik',
  oneTable: 'Bord {number}',
  everybody: 'Alle sammen',
  give: 'Gi tavlen',
  given: '{count, plural, =0 {Alle bord har en allerede.} one {# tavle er klar.} other {# tavler er klare.}}',
  sharedTitle: 'Tavler for alle',
  sharedNone: 'Ingen tavle for alle ennå.',
  open: 'Åpne {name}',
  openOf: 'Åpne {name} på bord {number}',
  writing: 'Skriving på {name}',
  remove: 'Slett {name}',
  removeOf: 'Slett {name} på bord {number}',
  removeAsk: '{name} og alt på den slettes. Ingen kan hente det tilbake.',
  removeConfirm: 'Slett',
  switchTo: 'Gå til en annen tavle',
  ownTable: 'Dette bordet',
  shared: 'For alle',
};

export default texts;
