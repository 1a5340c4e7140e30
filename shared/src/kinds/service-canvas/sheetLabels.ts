// The words by which people head the fields of a sheet, in five languages: the printed labels of forms A and B and what people
// write instead of them. Pure vocabulary; how it is looked for stands in sheetMarks.ts.
import type { Language } from '../../core/index.ts';
import type { Address } from './model.ts';

/** What a label opens: a cell, the group's name (`group`), or text that belongs to no cell (`other`: participants, conclusions). */
export type LabelPlace = Address | 'other';

/**
 * Phrases, separated by `|`. `word*` takes up to five more letters (inflection). A trailing `!` makes a phrase weak: it is also an
 * ordinary word, so only a colon or a tab makes it a label. Small words and qualifiers (`на`, `очаквани`) are not written here: they
 * are skipped when a phrase is compared.
 */
type Words = Partial<Record<LabelPlace | 'identifying' | 'plan' | 'have', string>>;

export const VOCABULARY: Readonly<Record<Language, Words>> = {
  bg: {
    group: 'група | име група | наименование група | название група',
    'target-group':
      'целев* груп* | целев* аудитори* | таргет груп* | целев* публик* | кого е предназначен* ! | кого е ! | кого ! | ползвател* ! | потребител* !',
    needs:
      'потребност* | нужд* | потребност* целев* груп* | нужд* целев* груп* | нужд* потребност* | потребност* нужд* | идентифицирани потребност* | проблем* ! | проблем* потребност*',
    identifying: 'идентифициран* услуг* | идентификаци* услуг* | определян* услуг* | дефиниран* услуг* | описани* услуг*',
    service:
      'услуг* | име услуг* | наименовани* услуг* | название услуг* | нов* услуг* | иновативн* услуг* | библиотечн* услуг* | предлаган* услуг* | вид услуг*',
    plan: 'план ресурс* | план | план услуг* | план действи* | план необходими ресурс* | планиран* ресурс*',
    resources: 'ресурс* | необходими средств* | бюджет ! | средств* ! | финансиран* !',
    have: 'имаме ! | налични ! | наличн* ресурс* | с какво разполагаме | какво имаме',
    'missing-resources':
      'липсващ* ресурс* | липсващ* | липсва* | липси | недостигащ* ресурс* | недостигащ* | недостиг* ресурс* | ресурс* липсващ* | ресурс* които липсват | ресурс* които ни липсват | какво липсва | какво ни липсва | нямаме !',
    partners: 'партньор* | партньор* сътрудни* | партньорств* | партнер* | сътрудни* !',
    information:
      'информаци* | информиран* | реклам* информаци* | информаци* реклам* | реклам* | популяризиран* | разпространени* информаци* | информационн* кампани* | информационн* канал* | комуникаци* ! | информаци* услуг* | информиран* целев* груп*',
    activities: 'дейност* | дейност* услуг* | план дейност* | мероприяти* ! | действия',
    effect: 'ефект* | ефект* услуг* | въздействи* | полз* !',
    'social-effect': 'социал* ефект* | ефект* социал* | социал* полз* | социал* въздействи* | социал* !',
    'economic-effect':
      'икономическ* ефект* | ефект* икономическ* | икономическ* полз* | икономическ* въздействи* | финансов* ефект* | икономическ* !',
    aim: 'цел | цели | целта | целите | цел услуг* | цели услуг* | целта услуг* | предназначени* услуг* | основна цел',
    results: 'резултат* | резултат* услуг* | постигнат* резултат*',
    costs: 'разход* ! | разход* услуг* ! | колко струва ! | какво струва !',
    income: 'приход* ! | приход* услуг* ! | източници приход* !',
    risks: 'риск* | риск* услуг* | какво може да се обърка !',
    measures: 'мерки ! | мерки риск* ! | мерки срещу риск* ! | мерки за намаляване риск* !',
    other:
      'участни* | членове група | членове | състав група | модератор ! | говорител ! | заключени* | извод* | обобщени* | забележк* | бележк* | коментар* ! | друго ! | срок ! | дата ! | въпрос* ! | регион* !',
  },
  ro: {
    group: 'grup | grupa | grupul | nume* grup* | denumire* grup*',
    'target-group': 'grup* tint* | public* tint* | grup* beneficiar* | beneficiar* | categori* beneficiar* | cui se adreseaza ! | utilizator* !',
    needs:
      'necesitat* | nevoi | nevoile | nevoia | nevoi* grup* tint* | necesitat* grup* tint* | nevoi necesitat* | necesitat* nevoi | nevoi identificat* | necesitat* identificat* | probleme !',
    identifying: 'identificar* serviciu* | definir* serviciu* | descrier* serviciu*',
    service: 'serviciu* | numele serviciu* | denumir* serviciu* | titlu* serviciu* | serviciu* nou | noul serviciu | serviciu* bibliotec*',
    plan: 'plan* resurs* | plan | planul | plan* actiun* | planificar* resurs*',
    resources: 'resurs* | buget* ! | resurs* necesar* | mijloac* !',
    have: 'avem ! | disponibil* ! | existent* ! | resurs* disponibil* | resurs* existent* | ce avem',
    'missing-resources':
      'resurs* lips* | resurs* care lipsesc | resurs* care ne lipsesc | resurs* insuficient* | lipsesc | lipseste | lipsa | ce lipseste | ce ne lipseste | nu avem !',
    partners: 'partener* | parteneriat* | colaborator* !',
    information:
      'informar* | informatie ! | informati* | promovar* | promovar* informar* | informar* promovar* | publicitat* | comunicar* ! | diseminar* | campani* informar* | mijloac* informar* | informar* grup* tint*',
    activities: 'activitat* | activitat* serviciu* | actiuni | plan* activitat*',
    effect: 'efect* | impact* | efect* serviciu* | beneficii !',
    'social-effect': 'efect* social* | impact* social* | social* efect* | beneficii social*',
    'economic-effect': 'efect* economic* | impact* economic* | economic* efect* | efect* financiar* | beneficii economic*',
    aim: 'scop | scopul | scopuri* | obiectiv | obiectivul | obiectiv* | scop* serviciu* | obiectiv* serviciu* | scop* obiectiv*',
    results: 'rezultat* | rezultat* serviciu*',
    costs: 'cost* ! | cheltuiel* ! | cat costa !',
    income: 'venit* ! | surs* venit* !',
    risks: 'risc* | ce poate merge prost !',
    measures: 'masur* ! | masur* risc* ! | masur* reducer* risc* !',
    other:
      'participant* | membri* | membri* grup* | moderator* ! | concluzi* | note ! | nota ! | observatii | comentarii ! | altele ! | termen ! | data ! | intrebar* !',
  },
  uk: {
    group: 'група | назва група | назва групи | групи назва',
    'target-group': 'цільов* груп* | цільов* аудиторі* | кого ! | користувач* ! | хто отримує !',
    needs: 'потреб* | потреб* цільов* груп* | нужди | потреб* проблем* | проблем* потреб* | проблем* ! | виявлен* потреб*',
    identifying: 'визначен* послуг* | ідентифікаці* послуг* | опис* послуг*',
    service: 'послуг* | назва послуг* | нов* послуг* | бібліотечн* послуг* | сервіс !',
    plan: 'план ресурс* | план | план дій ресурс* | планування ресурс*',
    resources: 'ресурс* | бюджет ! | кошти ! | фінансування ! | потрібн* ресурс*',
    have: 'маємо ! | є ! | наявні ! | наявн* ресурс* | що маємо',
    'missing-resources':
      'відсутн* ресурс* | відсутн* | ресурс* яких бракує | ресурс* яких не вистачає | ресурс* відсутн* | бракує | не вистачає | чого бракує | чого не вистачає | недостатн* ресурс* | немає !',
    partners: 'партнер* | партнерств* | співпрац* !',
    information:
      'інформування | інформаці* | інформуван* цільов* груп* | реклам* | поширення інформаці* | промоці* | інформаційн* кампані* | комунікаці* ! | популяризаці* | інформаці* реклам* | реклам* інформаці* | канал* інформування',
    activities: 'заход* | діяльність | активност* | дії | план заход* | види діяльності',
    effect: 'ефект* | вплив | результативність',
    'social-effect': 'соціальн* ефект* | соціальн* вплив* | ефект* соціальн* | соціальн* !',
    'economic-effect': 'економічн* ефект* | економічн* вплив* | ефект* економічн* | економічн* !',
    aim: 'мета | мети | ціль | цілі | мета послуг* | ціль послуг* | мета завдання',
    results: 'результат* | результат* послуг*',
    costs: 'витрат* ! | витрат* послуг* ! | скільки коштує !',
    income: 'надходжен* ! | доход* ! | джерел* доход* !',
    risks: 'ризик* | що може піти не так !',
    measures: 'запобіжн* крок* ! | заход* проти ризик* ! | зменшен* ризик* !',
    other:
      'учасник* | склад груп* | члени груп* | модератор* ! | висновк* | підсумк* | примітк* | коментар* ! | інше ! | термін* ! | дата ! | питання !',
  },
  nb: {
    group: 'gruppe | gruppen | gruppenavn | navn gruppe* | navnet gruppe*',
    'target-group': 'malgruppe | malgruppen | malgrupper | malgruppene | malgruppa | brukergruppe* | hvem er det ! | hvem ! | brukere !',
    needs: 'behov | behovene | behovet | brukerbehov | behov malgruppe* | behovene malgruppe* | malgruppens behov | problem* ! | utfordring* !',
    identifying: 'identifisering tjeneste* | beskrivelse tjeneste* | definisjon tjeneste* | tjenestebeskrivelse',
    service:
      'tjeneste | tjenesten | tjenester | tjenestenavn | navn tjeneste* | navnet tjeneste* | ny tjeneste | nye tjenesten | tilbud | tilbudet | navn tilbud*',
    plan: 'plan ressurs* | plan | planen | planer ressurs*',
    resources: 'ressurs* | budsjett ! | midler ! | okonomi !',
    have: 'har ! | vi har ! | har vi ! | tilgjengelige ! | tilgjengelig* ressurs* | dette har vi | hva har vi',
    'missing-resources':
      'manglende ressurs* | manglende | mangler | vi mangler | ressurs* mangler | ressurs* som mangler | ressurs* vi mangler | hva mangler | hva mangler vi | dette mangler vi | savner !',
    partners: 'samarbeidspartner* | partner* | samarbeid | samarbeidspart*',
    information:
      'informasjon | informasjonen | info | markedsforing | markedsforing informasjon | informasjon markedsforing | kommunikasjon ! | pr ! | promotering | informasjonskanal* | kanaler !',
    activities: 'aktivitet* | tiltak | gjennomforing ! | aktivitet* tiltak',
    effect: 'effekt* | effekten | virkning* | nytte !',
    'social-effect': 'sosial* effekt* | samfunnseffekt* | sosial* virkning* | effekt* sosial* | sosialt !',
    'economic-effect': 'okonomisk* effekt* | okonomisk* virkning* | effekt* okonomisk* | okonomisk* gevinst* | okonomisk !',
    aim: 'mal | malet | malene | malsetting* | malsetning* | formal | formalet | hensikt* | mal tjeneste* | malet tjeneste* | formal tjeneste*',
    results: 'resultat* | resultatene',
    costs: 'kostnad* ! | utgift* ! | hva koster det !',
    income: 'inntekt* ! | inntektskild* !',
    risks: 'risiko | risikoer | risikoene | hva kan ga galt !',
    measures: 'risikotiltak | tiltak mot risiko ! | risikoreduserende tiltak',
    other:
      'deltaker* | deltakere | gruppemedlemmer | medlemmer | moderator ! | konklusjon* | oppsummering* | merknad* | notat* | kommentar* ! | annet ! | frist ! | dato ! | sporsmal !',
  },
  en: {
    group: 'group | group name | name group | name our group',
    'target-group': 'target group* | target audience* | targeted group* | audience ! | whom ! | who is it ! | users ! | beneficiar*',
    needs:
      'need | needs | needs target group* | target group* needs | user needs | users needs | identified needs | needs identified | problems ! | problems needs',
    identifying:
      'identifying service* | identification service* | service identification | service description | description service* | defining service*',
    service: 'service | service name | name service* | new service | library service | service title',
    plan: 'plan resource* | plan | planning resource* | action plan',
    resources: 'resource* | resource* needed | budget ! | funding !',
    have: 'we have ! | have ! | available ! | available resource* | resource* available | what we have | existing resource*',
    'missing-resources':
      'missing resource* | resource* missing | resource* that are missing | missing | lacking resource* | resource* lacking | lacking | what is missing | we lack ! | what we lack',
    partners: 'partner* | partnership* | collaborator* ! | cooperation !',
    information:
      'information | informing | promotion | publicity | information channel* | information promotion | promotion information | communication ! | dissemination | outreach !',
    activities: 'activit* | action* | service activit* | activity plan',
    effect: 'effect* | impact* | effect* service* | benefit* !',
    'social-effect': 'social effect* | social impact* | effect* social | social benefit* | social !',
    'economic-effect':
      'economic effect* | economic impact* | economical effect* | effect* economic | economic benefit* | financial effect* | economic !',
    aim: 'aim | aims | goal | goals | purpose* | objective* | aim service* | goal service* | purpose service*',
    results: 'result* | outcome* | outputs',
    costs: 'cost* ! | expens* ! | what does it cost !',
    income: 'income ! | revenue* ! | earning* !',
    risks: 'risk* | what can go wrong !',
    measures: 'measure* ! | measure* risk* ! | risk measure* !',
    other:
      'participant* | group members | members | moderator ! | conclusion* | summary | note ! | notes | remark* | comment* ! | other ! | deadline ! | date ! | question* !',
  },
};

/** Small words and qualifiers around a label: `Очаквани резултати от услугата`, `Parteneri potențiali`, `Våre samarbeidspartnere`. Folded. */
export const PASSED_OVER = new Set(
  (
    'и на по от за с към нашите нашата наши наш основни основна основен главна главни възможни потенциални бъдещи очаквани очакван очакваните планирани предвидени конкретни нужни необходими ключови допълнителни други общи ' +
    'групата проекта проект библиотеката ' +
    'și si ale al a la de pentru cu nostri noastre noastra nostru principal principali principale principala potential potentiali posibili posibile asteptate asteptat preconizate planificate suplimentare alte cheie propuse propus proiectului biblioteci bibliotecii ' +
    'та і й із для до нашої наші наша наш основні основна головна можливі потенційні очікувані очікуваний заплановані додаткові інші ключові необхідні потрібні проєкту проекту бібліотеки ' +
    'og på til med for av i vare var mulige aktuelle viktige viktigste forventede forventet planlagte onskede nodvendige biblioteket prosjektet ' +
    'the and of our to by expected possible potential planned main key necessary required likely additional library project'
  ).split(' '),
);

/** Words in brackets after a label, and what they say: `Ресурси (налични)`. Folded; they belong to the label. */
export const QUALIFIERS: ReadonlyMap<string, { readonly place?: Address; readonly have?: boolean } | undefined> = new Map<
  string,
  { readonly place?: Address; readonly have?: boolean } | undefined
>([
  ...['налични', 'имаме', 'disponibile', 'existente', 'avem', 'наявні', 'маємо', 'tilgjengelige', 'har', 'available', 'have'].map(
    (word) => [word, { have: true }] as const,
  ),
  ...['липсващи', 'липсват', 'lipsa', 'lipsesc', 'відсутні', 'бракує', 'mangler', 'manglende', 'missing'].map(
    (word) => [word, { place: 'missing-resources' }] as const,
  ),
  ...['социален', 'social', 'соціальний', 'sosial'].map((word) => [word, { place: 'social-effect' }] as const),
  ...['икономически', 'economic', 'економічний', 'okonomisk'].map((word) => [word, { place: 'economic-effect' }] as const),
  ...[
    'очаквани',
    'необходими',
    'нужни',
    'нужди',
    'потенциални',
    'възможни',
    'asteptate',
    'necesare',
    'potentiali',
    'очікувані',
    'необхідні',
    'потенційні',
    'forventede',
    'nodvendige',
    'mulige',
    'expected',
    'needed',
    'possible',
    'form a',
    'форма а',
    'форма б',
  ].map((word) => [word, undefined] as const),
]);

/** Words that with a number name a table of the room: `Група 3`, `Grupul nr. 2`, `Маса 1`. Folded. */
export const TABLE_WORDS: ReadonlySet<string> = new Set(
  'група групата групи grupa grupul grup grupului gruppe gruppa group table tabel маса масата masa стіл столик bord team екип екипът echipa команда lag'.split(
    ' ',
  ),
);

/** `Първа група`, `A doua grupă`. Folded. */
export const ORDINALS: ReadonlySet<string> = new Set(
  (
    'първа втора трета четвърта пета шеста седма осма девета десета първата втората третата ' +
    'prima doua treia patra cincea sasea saptea opta noua zecea ' +
    'перша друга третя четверта шоста сьома восьма дев’ята десята ' +
    'forste andre tredje fjerde femte sjette sjuende attende niende tiende ' +
    'first second third fourth fifth sixth seventh eighth ninth tenth'
  ).split(' '),
);
