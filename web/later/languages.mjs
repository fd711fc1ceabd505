// Another language, which the person chose in the menu.
import { fileOf } from '../integrity.mjs';
import { languageFile, speak } from '../language.mjs';
import { keep } from '../storage.mjs';
import { say } from './say.mjs';

// Nothing changes where its texts cannot be had.
export async function changeLanguage(id, { program, frames }) {
  const file = languageFile(id);
  try {
    const bytes = file && (await fileOf(file));
    speak(id, bytes);
    program.language(bytes);
  } catch {
    return say('no language');
  }
  frames.request();
  return keep('language', id) || say('forgets');
}
