// Texts of what a sheet shows of its cards, in Bulgarian.
import type { Texts } from '../areas.ts';

const texts: Texts<'sheet'> = {
  star: 'Да се каже пред всички',
  starred: 'Ще се каже пред всички',
  starGiven: 'Ще се каже пред всички',
  starTaken: 'Вече няма да се казва пред всички',
  starRefused: 'Нищо не е променено: една от двете картички сега не може да се променя',
  starsFull: '{count, plural, one {Вече има # картичка със звезда} other {Вече има # картички със звезда}}',
  starsOver: 'Няколко души сложиха звезди едновременно, а пред всички има време за {count}. Изберете коя картичка да остане без звезда.',
  starsFullHint:
    'Пред всички има време за малко неща. Изберете коя картичка да отстъпи мястото си на „{text}“ или затворете и оставете всичко както е.',

  linkTitle: 'Свързване на „{text}“ с …',
  linkTo: 'Свържи с …',
  linkFilter: 'Намери картичка',
  linked: 'Свързано с „{text}“',
  unlinked: 'Вече не е свързано с „{text}“',
  linkRefused: 'Нищо не се промени: картичката е заключена или има толкова връзки, колкото може',
  linkUnfit: 'Нищо не се промени: картички от тези две клетки не се свързват помежду си',
  linkGone: 'Картичката вече е в кошчето: с нея нищо не може да се свърже',
  nothingFits: 'Още няма картичка, с която да се свърже.',
  elsewhere: 'Извън тази форма',
  linksHere: 'Свързано с: {cards}',
  done: 'Готово',

  filling_empty: 'празно',
  filling_begun: 'попълнени {complete} от {cards}',
  filling_complete: 'попълнено',
  overall: 'Попълнени клетки: {complete} от {cells}, започнати: {begun}',

  band_low: 'нисък',
  band_medium: 'среден',
  band_high: 'висок',
  'band_very-high': 'много висок',
  sheetWords: 'Надписи на листа',

  checkStart: 'Към въпросите',
  checkIntro: 'По един въпрос, от първата клетка до последната. На дъската нищо не се отбелязва: само този екран помни какво сте обмислили.',
  checkStep: 'Въпрос {step} от {count}',
  checkCards: 'Какво пише там',
  checkNoCards: 'Там още няма нищо.',
  checkOpen: 'Още неизяснено тук',
  checkThought: 'Обмислено',
  checkBack: 'Назад',
  checkNext: 'Напред',
  checkFinish: 'Какво остава',
  checkRemains: 'Какво остава отворено',
  checkAllThought: 'Всички въпроси са обмислени.',
  checkNotThought: '{count, plural, one {# въпрос още не е обмислен:} other {# въпроса още не са обмислени:}}',
  checkNothingOpen: 'Няма повече съвети.',
  checkAgain: 'Отначало',
  checkQuestionAt: '{cell}: {question}',

  cellFilled: '{cards, plural, one {# картичка} other {# картички}}, {complete, plural, one {# завършена} other {# завършени}}',
};

export default texts;
