export { type Language, LANGUAGES, type LocalizedText } from '../../survey-definitions/contract/index.js';
export { formatDate, formatNumber, formatInteger } from './numbersAndDates.js';
export { languageNames } from './languageNames.js';
export { isTextKey, textsIn, type TextKey, type Texts } from './texts.js';
