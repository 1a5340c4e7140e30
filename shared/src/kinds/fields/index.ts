// The fields of cards, for all kinds. One name means the same on every board and in every slot: `who` is who, wherever a card lies, so a
// card that moves to another cell or is carried to another board keeps what it knows. A kind picks from here what its slots ask for.

import { choice, choices, count, line, lines, links, money, percent, span } from '../../board/index.ts';
import { LIMITS, type Localized } from '../../core/index.ts';

const text = (en: string, bg: string, ro: string, uk: string, nb: string): Localized => ({ en, bg, ro, uk, nb });

export const fields = {
  size: count(text('How many people', 'Колко души', 'Câte persoane', 'Скільки людей', 'Hvor mange'), LIMITS.groupSizeMax),
  age: span(text('Age', 'Възраст', 'Vârsta', 'Вік', 'Alder'), 130),
  location: line(text('Place', 'Място', 'Locul', 'Місце', 'Sted'), { confidential: true }),
  population: line(text('Out of which population', 'От какво население', 'Din ce populație', 'З якого населення', 'Av hvilken befolkning')),
  reach: choice(
    text('Do they use the library?', 'Ползват ли библиотеката?', 'Folosesc biblioteca?', 'Чи користуються бібліотекою?', 'Bruker de biblioteket?'),
    {
      user: text('Users', 'Ползватели', 'Utilizatori', 'Користувачі', 'Brukere'),
      'non-user': text('Non-users', 'Не ползват', 'Neutilizatori', 'Не користуються', 'Ikke-brukere'),
      former: text('Former users', 'Бивши ползватели', 'Foști utilizatori', 'Колишні користувачі', 'Tidligere brukere'),
    },
  ),
  evidence: choice(text('How do we know?', 'Откъде знаем?', 'De unde știm?', 'Звідки ми це знаємо?', 'Hvordan vet vi det?'), {
    questionnaire: text('Questionnaire', 'Анкета', 'Chestionar', 'Анкета', 'Spørreskjema'),
    interview: text('Interview', 'Интервю', 'Interviu', 'Інтерв’ю', 'Intervju'),
    'focus-group': text('Focus group', 'Фокус група', 'Focus-grup', 'Фокус-група', 'Fokusgruppe'),
    statistics: text('Statistics', 'Статистика', 'Statistici', 'Статистика', 'Statistikk'),
    observation: text('Observation', 'Наблюдение', 'Observație', 'Спостереження', 'Observasjon'),
    assumption: text('Assumption', 'Предположение', 'Presupunere', 'Припущення', 'Antakelse'),
  }),
  source: line(text('Source', 'Източник', 'Sursa', 'Джерело', 'Kilde')),
  description: lines(text('Description', 'Описание', 'Descriere', 'Опис', 'Beskrivelse')),
  novelty: choices(text('What is new', 'Кое е новото', 'Ce este nou', 'Що нового', 'Hva er nytt'), {
    needs: text(
      'Answers new needs',
      'Отговаря на нови потребности',
      'Răspunde unor necesități noi',
      'Відповідає новим потребам',
      'Svarer på nye behov',
    ),
    approach: text(
      'New approach to a traditional activity',
      'Нов подход към традиционна дейност',
      'Abordare nouă a unei activități tradiționale',
      'Новий підхід до традиційної діяльності',
      'Ny måte å gjøre noe kjent på',
    ),
    access: text(
      'Gives access to information not there before',
      'Дава достъп до информация, която досега я нямаше',
      'Oferă acces la informații indisponibile până acum',
      'Дає доступ до інформації, якої раніше не було',
      'Gir tilgang til informasjon som ikke fantes før',
    ),
    people: text(
      'Attracts people not served before',
      'Привлича хора, които досега не сме обслужвали',
      'Atrage persoane la care nu ajungeam',
      'Приваблює людей, яких раніше не обслуговували',
      'Når folk vi ikke har nådd før',
    ),
  }),
  area: choice(text('Area', 'Сфера', 'Domeniul', 'Сфера', 'Område'), {
    government: text('E-government', 'Е-управление', 'E-guvernare', 'Е-урядування', 'Digital forvaltning'),
    employment: text('Employment', 'Заетост', 'Piața muncii', 'Зайнятість', 'Arbeid'),
    health: text('Health', 'Здраве', 'Sănătate', 'Здоров’я', 'Helse'),
    inclusion: text('Inclusion', 'Включване', 'Incluziune', 'Інклюзія', 'Inkludering'),
    education: text('Education', 'Образование', 'Educație', 'Освіта', 'Utdanning'),
    culture: text('Culture', 'Култура', 'Cultură', 'Культура', 'Kultur'),
    business: text('Business', 'Бизнес', 'Afaceri', 'Бізнес', 'Næringsliv'),
  }),
  form: choices(text('Where it is offered', 'Къде се предлага', 'Unde se oferă', 'Де надається', 'Hvor den tilbys'), {
    place: text('On site', 'На място', 'La sediu', 'На місці', 'På stedet'),
    online: text('Online', 'Онлайн', 'Online', 'Онлайн', 'På nett'),
    mobile: text('Mobile', 'Мобилно', 'Mobil', 'Мобільно', 'Mobilt'),
  }),
  resourceKind: choice(text('Kind', 'Вид', 'Categoria', 'Вид', 'Type'), {
    people: text('People', 'Хора', 'Oameni', 'Люди', 'Mennesker'),
    rooms: text('Rooms', 'Помещения', 'Spații', 'Приміщення', 'Lokaler'),
    equipment: text('Equipment', 'Техника', 'Echipamente', 'Обладнання', 'Utstyr'),
    collection: text('Collection', 'Библиотечен фонд', 'Colecții', 'Фонд', 'Samling'),
    information: text('Information', 'Информация', 'Informații', 'Інформація', 'Informasjon'),
    consumables: text('Consumables', 'Консумативи', 'Consumabile', 'Витратні матеріали', 'Forbruksvarer'),
    rights: text('Rights', 'Права', 'Drepturi', 'Права', 'Rettigheter'),
    money: text('Money', 'Пари', 'Bani', 'Гроші', 'Penger'),
    time: text('Time', 'Време', 'Timp', 'Час', 'Tid'),
  }),
  availability: choice(text('Is it there?', 'Налично ли е?', 'Este disponibil?', 'Чи є в наявності?', 'Har vi det?'), {
    have: text('We have it', 'Имаме', 'Avem', 'Маємо', 'Vi har'),
    missing: text('Missing', 'Липсва', 'Lipsește', 'Бракує', 'Mangler'),
    promised: text('Promised', 'Обещано', 'Promis', 'Обіцяно', 'Lovet'),
  }),
  quantity: line(text('How much', 'Колко', 'Cât', 'Скільки', 'Hvor mye')),
  cost: money(text('Money', 'Сума', 'Suma', 'Сума', 'Beløp')),
  when: line(text('When', 'Кога', 'Când', 'Коли', 'Når')),
  who: line(text('Who', 'Кой', 'Cine', 'Хто', 'Hvem')),
  partnerType: choice(text('Kind of partner', 'Вид партньор', 'Tipul partenerului', 'Тип партнера', 'Type partner'), {
    municipality: text('Municipality', 'Община', 'Primărie', 'Громада', 'Kommune'),
    school: text('School', 'Училище', 'Școală', 'Школа', 'Skole'),
    ngo: text('Association, NGO', 'Сдружение, НПО', 'Asociație, ONG', 'Громадська організація', 'Forening'),
    business: text('Business', 'Фирма', 'Firmă', 'Бізнес', 'Bedrift'),
    media: text('Media', 'Медия', 'Mass-media', 'Медіа', 'Medier'),
    culture: text('Cultural institution', 'Културна институция', 'Instituție culturală', 'Заклад культури', 'Kulturinstitusjon'),
    health: text('Health care', 'Здравно заведение', 'Instituție medicală', 'Заклад охорони здоров’я', 'Helsetjeneste'),
    club: text('Club', 'Клуб', 'Club', 'Клуб', 'Klubb, lag'),
    post: text('Post office', 'Поща', 'Oficiu poștal', 'Пошта', 'Posten'),
    church: text('Religious community', 'Религиозна общност', 'Comunitate religioasă', 'Релігійна громада', 'Trossamfunn'),
    other: text('Other', 'Друг', 'Altul', 'Інше', 'Annet'),
  }),
  brings: line(text('What they bring', 'Какво дава', 'Ce aduce', 'Що дає', 'Hva de bidrar med')),
  wants: line(text('What they want', 'Какво иска', 'Ce dorește', 'Чого хоче', 'Hva de vil ha')),
  partnerState: choice(text('How far are we?', 'Докъде сме?', 'Unde am ajuns?', 'На якому етапі?', 'Hvor langt er vi?'), {
    idea: text('Idea', 'Идея', 'Idee', 'Ідея', 'Idé'),
    contacted: text('Contacted', 'Свързахме се', 'Contactat', 'Звернулися', 'Kontaktet'),
    agreed: text('Agreed', 'Договорено', 'Convenit', 'Домовлено', 'Avtalt'),
  }),
  contact: line(
    text('Contact (never public)', 'Контакт (не се публикува)', 'Contact (nu se publică)', 'Контакт (не публікується)', 'Kontakt (aldri offentlig)'),
    {
      confidential: true,
    },
  ),
  audience: line(text('For whom', 'За кого', 'Pentru cine', 'Для кого', 'For hvem')),
  message: line(text('Message', 'Послание', 'Mesajul', 'Повідомлення', 'Budskap')),
  serves: links(
    text('Which needs it serves', 'На кои потребности отговаря', 'Ce necesități acoperă', 'Які потреби задовольняє', 'Hvilke behov det dekker'),
    ['card'],
  ),
  indicator: line(text('How we will see it', 'По какво ще познаем', 'Cum vom vedea', 'За чим це побачимо', 'Hvordan vi ser det')),
  base: line(text('Starting point', 'Изходно положение', 'Situația inițială', 'Початковий стан', 'Utgangspunkt')),
  target: line(
    text('Aim: how much, by when', 'Цел: колко и докога', 'Ținta: cât și până când', 'Мета: скільки й до якого часу', 'Mål: hvor mye, innen når'),
  ),
  share: percent(text('Share or growth', 'Дял или ръст', 'Procent sau creștere', 'Частка або приріст', 'Andel eller vekst')),
  research: line(text('How we will find out', 'Как ще проверим', 'Cum vom afla', 'Як ми це з’ясуємо', 'Hvordan vi finner det ut')),
  groupNumber: count(text('Number', 'Номер', 'Numărul', 'Номер', 'Nummer'), LIMITS.groupsMax),
  members: lines(text('Who is in it', 'Участници', 'Participanți', 'Учасники', 'Hvem er med'), { confidential: true }),
  assigned: line(text('Target group given', 'Зададена целева група', 'Grup-țintă atribuit', 'Призначена цільова група', 'Tildelt målgruppe')),
  uses: links(text('What it uses', 'Какво ползва', 'Ce folosește', 'Що використовує', 'Hva den bruker'), ['card']),
  causedBy: links(
    text(
      'Which activities bring it about',
      'Кои дейности водят до него',
      'Ce activități duc la el',
      'Які заходи до нього ведуть',
      'Hvilke aktiviteter som gir det',
    ),
    ['card'],
  ),
  reduces: links(text('Which risks it reduces', 'Кои рискове намалява', 'Ce riscuri reduce', 'Які ризики зменшує', 'Hvilke risikoer det minsker'), [
    'card',
  ]),
} as const;

export const localized = text;
