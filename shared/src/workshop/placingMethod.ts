// How groups are proposed, in words for the screen: whoever is placed by a rule may read the rule.
import type { Localized } from '../core/index.ts';

const say = (en: string, bg: string, ro: string, uk: string, nb: string): Localized => ({ en, bg, ro, uk, nb });

export const PLACING_METHOD: readonly Localized[] = [
  say(
    'As many people as possible get their first choice; then as many as possible their second; then their third.',
    'Възможно най-много хора получават първия си избор, после – втория, после – третия.',
    'Cât mai mulți oameni primesc prima lor alegere; apoi cât mai mulți pe a doua; apoi pe a treia.',
    'Якомога більше людей отримують свій перший вибір; потім – другий; потім – третій.',
    'Så mange som mulig får førstevalget sitt, deretter så mange som mulig andrevalget, så tredjevalget.',
  ),
  say(
    'Whoever offered to lead a group is in that group, if the rule is on.',
    'Който е предложил да води група, е в нея, ако правилото е включено.',
    'Cine s-a oferit să conducă un grup rămâne în el, dacă regula este activă.',
    'Хто запропонував вести групу, той у ній, якщо правило ввімкнено.',
    'Den som tilbød seg å lede en gruppe, er med i den, hvis regelen er på.',
  ),
  say(
    'The topic with the fewest people is set aside, one at a time, until every group has enough; its people get their next choice. A topic comes back if those people fill it.',
    'Темата с най-малко хора отпада – една по една, докато във всяка група има достатъчно; хората ѝ получават следващия си избор. Тема се връща, ако тези хора я запълнят.',
    'Temele cu cei mai puțini oameni sunt lăsate deoparte, una câte una, până când fiecare grup are destui; cei rămași primesc alegerea următoare. O temă revine dacă se adună destui dintre ei.',
    'Тему з найменшою кількістю людей відкладають, одну за одною, доки в кожній групі буде досить людей; її люди отримують свій наступний вибір. Тема повертається, якщо ці люди її заповнять.',
    'Temaene med færrest folk legges til side, ett om gangen, til alle gruppene er store nok; de som hadde valgt dem, får sitt neste valg. Et tema tas inn igjen hvis disse blir mange nok til det.',
  ),
  say(
    'Then people change places between groups they chose, to mix regions and libraries and to keep remote people together or apart. The number of people who have their first choice stays the same.',
    'После хората си разменят места между групи, които сами са избрали, за да се смесят области и библиотеки и онлайн участниците да са заедно или разпределени. Броят на изпълнените първи избори не намалява.',
    'Apoi oamenii schimbă locurile între grupuri pe care le-au ales, ca să se amestece regiunile și bibliotecile și ca participanții de la distanță să fie împreună sau împărțiți între grupuri. Numărul primelor alegeri îndeplinite rămâne același.',
    'Потім люди міняються місцями між групами, які самі вибрали, щоб змішати області й бібліотеки та щоб дистанційні учасники були разом або нарізно. Кількість виконаних перших виборів не зменшується.',
    'Så bytter folk plass mellom grupper de selv har valgt, for å blande regioner og biblioteker og holde dem som er med på avstand, samlet eller spredt. Like mange får førstevalget sitt som før.',
  ),
  say(
    'What could not be kept is named, and so is everybody who has no place. Equal cases go by a fixed order, so the same choices always give the same groups.',
    'Каквото не е могло да се спази, се посочва, както и всеки, който е без място. При равни случаи редът е постоянен: едни и същи избори винаги дават едни и същи групи.',
    'Se spune deschis ce nu s-a putut respecta și cine a rămas fără loc. La egalitate se urmează o ordine fixă, deci aceleași alegeri dau mereu aceleași grupuri.',
    'Те, чого не вдалося дотримати, названо, як і кожного, хто лишився без місця. За рівних умов порядок сталий: однакові вибори завжди дають однакові групи.',
    'Det som ikke lot seg oppfylle, blir nevnt, og det blir også alle som står uten plass. Når det står likt, gjelder en fast rekkefølge, så de samme valgene gir alltid de samme gruppene.',
  ),
];
