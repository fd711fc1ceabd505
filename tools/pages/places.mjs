// Where the pages lie: the English ones in platforms/, those of another language in a folder of it, platforms/fr/.
import { english, spoken } from './language.mjs';

export const folderOf = ({ language }) => (language === english.language ? 'platforms/' : `platforms/${language}/`);

/** From a page of the language that is spoken to the top of the site. */
export const toTop = () => '../'.repeat(folderOf(spoken()).split('/').length - 1);

/** The style stands beside the English pages, one folder below the top. */
export const toStyle = () => `${toTop().replace('../', '')}style.css`;
