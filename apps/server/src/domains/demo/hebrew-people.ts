/** Names for an invented advisory office and its clients. */
export const PEOPLE: readonly (readonly [first: string, last: string, latin: string])[] = [
  ['דנה', 'כהן', 'dana.cohen'],
  ['יוסי', 'לוי', 'yossi.levi'],
  ['רחל', 'מזרחי', 'rachel.mizrahi'],
  ['אבי', 'פרץ', 'avi.peretz'],
  ['מיכל', 'ביטון', 'michal.biton'],
  ['עומר', 'דהן', 'omer.dahan'],
  ['נועה', 'אברהם', 'noa.avraham'],
  ['איתי', 'פרידמן', 'itai.friedman'],
  ['שירה', 'מלכה', 'shira.malka'],
  ['רון', 'אזולאי', 'ron.azoulay'],
  ['תמר', 'כץ', 'tamar.katz'],
  ['גיל', 'יוסף', 'gil.yosef'],
  ['ענת', 'דוד', 'anat.david'],
  ['אורי', 'עמר', 'uri.amar'],
  ['יעל', 'אוחיון', 'yael.ohayon'],
  ['משה', 'חדד', 'moshe.hadad'],
  ['הילה', 'גבאי', 'hila.gabay'],
  ['ניר', 'בן דוד', 'nir.bendavid'],
  ['ליאת', 'אדרי', 'liat.edri'],
  ['אסף', 'טל', 'asaf.tal'],
  ['קרן', 'קליין', 'keren.klein'],
  ['דוד', 'חן', 'david.chen'],
  ['סיגל', 'שפירא', 'sigal.shapira'],
  ['אלון', 'רוזן', 'alon.rosen'],
  ['מאיה', 'גולן', 'maya.golan'],
  ['יובל', 'סגל', 'yuval.segal'],
  ['אורית', 'הררי', 'orit.harari'],
  ['בועז', 'נחום', 'boaz.nachum'],
  ['עדי', 'ברק', 'adi.barak'],
  ['חיים', 'שרון', 'haim.sharon'],
  ['רונית', 'אשכנזי', 'ronit.ashkenazi'],
  ['ליאור', 'וקנין', 'lior.vaknin'],
];

export const COMPANIES: readonly (readonly [name: string, latin: string])[] = [
  ['מאפיית השכונה בע"מ', 'bakery'],
  ['גלים מערכות מים בע"מ', 'galim'],
  ['סטודיו אופק אדריכלים בע"מ', 'ofek'],
  ['נגריית הכפר בע"מ', 'carpentry'],
  ['תבל תיירות בע"מ', 'tevel'],
  ['ירוק בעיר גינון בע"מ', 'yarok'],
  ['קפה רוטשילד 12 בע"מ', 'cafe'],
  ['מוסך האחים אלון בע"מ', 'alon'],
  ['אור הנדסת חשמל בע"מ', 'or'],
  ['דפוס המרכז בע"מ', 'print'],
];

export const NOTES = [
  'הושלמה קליטת חשבוניות הספקים לחודש האחרון.',
  'חסרה אסמכתא לתשלום ארנונה, נשלחה בקשה ללקוח.',
  'בוצעה התאמת בנק. נותרו שתי תנועות לבירור.',
  'הדוח לביטוח לאומי הוכן וממתין לאישור.',
  'נקלטו תלושי השכר. יש לבדוק ניכוי במקור.',
  'הושלם דוח המע"מ הדו-חודשי.',
  'שיחה עם הלקוח: יביא את קבלות הרכב בשבוע הבא.',
];

export const REMARKS = ['קלסר כחול, שתי חוברות', 'כולל קבלות רכב', 'לטפל לפני הדוח השנתי', 'דחוף'];
export const CLIENT_REMARKS = [
  'מעדיף וואטסאפ בשעות הבוקר',
  'דוחות רבעוניים',
  'לקוח ותיק',
  'חתימה בנוכחות בלבד',
];
