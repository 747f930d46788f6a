/** Words that stand in any text: a name that is one of them needs support. */
import { fold } from '../../core/text/fold.ts';

/** Common words of the languages that news is most read in; the checker asks for folded ones. Ours, not a dictionary's. */
const WORDS = `
the and for that with this from have will people government police city state law act court data news camera cameras
security system systems project company group market share ring circle circles flock prism shadow eye eyes watch guard
network phone mobile police minister ministry president parliament commission agency authority office bureau center centre
home house street school hospital bank water air land light power energy time year month week day world country nation
national public private group union council report group project program programme service services safe smart city
kada koji ovo ono zakon grad policija drzava vlada ministarstvo sud ljudi kamera kamere vest vreme
der die das und mit von auf gesetz polizei stadt staat regierung gericht leute kamera zeit
les des est dans une pour loi police ville etat gouvernement tribunal gens temps
los las del una por ley policia ciudad estado gobierno tribunal gente tiempo
это как для закон полиция город государство правительство суд люди время
中国 美国 政府 公司 警察 法律 国家 城市 人民 系统
`;

const EVERYDAY = new Set(WORDS.split(/\s+/).filter(Boolean).map(fold));

/** True for a common word, or nothing but digits. */
export function isEverydayWord(name: string): boolean {
  const folded = fold(name);
  return EVERYDAY.has(folded) || /^\p{N}+$/u.test(folded);
}
