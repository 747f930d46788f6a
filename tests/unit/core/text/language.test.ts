import { describe, expect, it } from 'vitest';
import { detectLanguage, languageOf } from '../../../../src/core/text/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['The ministry said that it was not the owner of the cameras.', 'en'],
    ['Ministarstvo je saopštilo da nije vlasnik kamera koje su postavljene za nadzor.', 'sr'],
    ['Министарство је саопштило да није власник камера које су постављене.', 'sr'],
    ['Министерство сообщило, что не является владельцем камер, которые были установлены.', 'ru'],
    ['Міністерство повідомило, що не є власником камер, які були встановлені.', 'uk'],
    ['Das Ministerium teilte mit, dass es nicht der Eigentümer der Kameras ist und auch nicht war.', 'de'],
    ['Le ministère a dit que les caméras ne sont pas dans la ville et que des agents sont sur place.', 'fr'],
    ['El ministerio dijo que no es el dueño de las cámaras, pero los agentes están en la ciudad.', 'es'],
    ['Ministerstwo podało, że nie jest właścicielem kamer, które są w mieście, i że się myli.', 'pl'],
    ['内政部表示，它不是这些摄像头的所有者。', 'zh'],
    ['内務省はカメラの所有者ではないと述べた。', 'ja'],
    ['قالت الوزارة إنها ليست مالكة الكاميرات.', 'ar'],
    // Few small words, but letters of one language alone.
    ['Kamery Hikvisiona kupił urząd, twierdzą działaczki i działacze, a sąd rozważa skargę.', 'pl'],
    ['Nejvyšší kontrolní úřad měl výhrady, řekl mluvčí ředitelství v neděli.', 'cs'],
    ['Emniyet yazılımı aldı, bakanlığın açıklaması yoğun tartışıldı.', 'tr'],
    ['A felügyelőség bővített, nőtt a díj, és a jövő évről döntött egy előadó.', 'hu'],
    // A sentence or two, with a word or two that tell.
    ['Razgovarano je sa Huavejem. Ugovor nisu objavili.', 'sr'],
    ['Kamery Hikvisionu zkoumal úřad, protože zakázka byla tajná.', 'cs'],
    ['A Huaweit nem említette senki.', 'hu'],
    ['Huawein kameroista ei puhuttu.', 'fi'],
    ['Über Hikvisions Kameras sprach niemand, auch der Minister nicht.', 'de'],
  ])('%s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('makes no guess of too little', () => {
    expect(detectLanguage('Huawei, Palantir, 2019')).toBeNull();
    expect(detectLanguage('')).toBeNull();
  });
});

describe('languageOf', () => {
  const serbian = 'Ministarstvo je saopštilo da nije vlasnik kamera koje su postavljene za nadzor.';
  const german =
    'Das Ministerium teilte mit, dass es nicht der Eigentümer der Kameras ist und auch nicht war.';

  it.each([
    [serbian, 'hr', 'hr'],
    [serbian, 'bs', 'bs'],
    [serbian, 'bs-BA', 'bs-BA'],
    [serbian, 'sr-Latn', 'sr-Latn'],
    [serbian, 'cnr', 'cnr'],
    [serbian, null, 'sr'],
    // Letters of others, in a language of which nothing is known here.
    ['Komisija gavo skundą dėl kamerų, kurias įrengė policija, ir pradėjo tyrimą, kurį tęsią.', 'lt', 'lt'],
    ['Đoàn thanh tra đã đến, được đọc đơn đề nghị đó và đang đợi.', 'vi', 'vi'],
    // A template's language is not the text's.
    [serbian, 'en', 'sr'],
    [serbian, 'sl', 'sr'],
    [german, 'hr', 'de'],
    [german, 'de-AT', 'de-AT'],
    ['Huawei, Palantir, 2019', 'hr', 'hr'],
    ['Huawei, Palantir, 2019', null, null],
    // So few words do not speak against a declaration.
    ['Ugovor sa Huavejem nisu objavili.', 'en', 'en'],
    ['Ugovor sa Huavejem nisu objavili.', 'hr', 'hr'],
    ['Ugovor sa Huavejem nisu objavili.', null, 'sr'],
  ])('%s, declared %s', (text, declared, language) => {
    expect(languageOf(text, declared)).toBe(language);
  });
});
