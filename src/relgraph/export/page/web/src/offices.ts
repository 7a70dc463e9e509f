// Offices in Persian: the graph has their English titles.

const OFFICES: Readonly<Record<string, string>> = {
  "president": "رئیس‌جمهور", "vice president": "معاون رئیس‌جمهور", "prime minister": "نخست‌وزیر", "deputy prime minister": "معاون نخست‌وزیر",
  "chancellor": "صدراعظم", "head of government": "رئیس دولت", "head of state": "رئیس کشور", "leader": "رهبر", "supreme leader": "رهبر",
  "monarch": "پادشاه", "king": "پادشاه", "queen": "ملکه", "emir": "امیر", "sultan": "سلطان", "crown prince": "ولیعهد", "pope": "پاپ",
  "foreign minister": "وزیر خارجه", "defence minister": "وزیر دفاع", "interior minister": "وزیر کشور", "finance minister": "وزیر دارایی",
  "economy minister": "وزیر اقتصاد", "oil minister": "وزیر نفت", "energy minister": "وزیر نیرو", "trade minister": "وزیر بازرگانی",
  "industry minister": "وزیر صنعت", "justice minister": "وزیر دادگستری", "health minister": "وزیر بهداشت", "transport minister": "وزیر راه و ترابری",
  "agriculture minister": "وزیر کشاورزی", "culture minister": "وزیر فرهنگ", "education minister": "وزیر آموزش", "intelligence minister": "وزیر اطلاعات",
  "labour minister": "وزیر کار", "environment minister": "وزیر محیط زیست", "tourism minister": "وزیر گردشگری", "communications minister": "وزیر ارتباطات",
  "minister of state": "وزیر مشاور", "minister": "وزیر",
  "parliament speaker": "رئیس مجلس", "member of parliament": "نماینده‌ی مجلس", "senator": "سناتور", "committee chair": "رئیس کمیته",
  "ambassador": "سفیر", "permanent representative": "نماینده‌ی دائم", "representative": "نماینده", "special envoy": "فرستاده‌ی ویژه", "UN special envoy": "فرستاده‌ی ویژه‌ی سازمان ملل",
  "special representative": "نماینده‌ی ویژه", "chief negotiator": "مذاکره‌کننده‌ی ارشد", "consul general": "سرکنسول", "chargé d'affaires": "کاردار",
  "spokesperson": "سخنگو", "foreign ministry spokesperson": "سخنگوی وزارت خارجه", "interior ministry spokesperson": "سخنگوی وزارت کشور",
  "government spokesperson": "سخنگوی دولت", "presidential spokesperson": "سخنگوی ریاست‌جمهوری", "White House spokesperson": "سخنگوی کاخ سفید",
  "Kremlin spokesperson": "سخنگوی کرملین", "Pentagon spokesperson": "سخنگوی پنتاگون", "State Department spokesperson": "سخنگوی وزارت خارجه",
  "secretary-general": "دبیرکل", "director general": "مدیرکل", "foreign policy chief": "مسئول سیاست خارجی", "head": "رئیس", "chairman": "رئیس",
  "commander": "فرمانده", "chief of the general staff": "رئیس ستاد کل", "commander-in-chief of the army": "فرمانده‌ی کل ارتش",
  "national security adviser": "مشاور امنیت ملی", "adviser": "مشاور", "chief justice": "رئیس قوه‌ی قضائیه", "governor of the central bank": "رئیس بانک مرکزی",
  "secretary of the supreme national security council": "دبیر شورای عالی امنیت ملی", "head of the atomic energy organization": "رئیس سازمان انرژی اتمی",
  "director of the CIA": "رئیس سیا", "opposition leader": "رهبر مخالفان", "party leader": "رهبر حزب", "member of the political bureau": "عضو دفتر سیاسی",
  "senior member": "عضو ارشد", "secretary": "دبیر", "governor": "استاندار", "mayor": "شهردار",
};

/** The office in Persian, held before («سفیر پیشین») or as a deputy too; null for one that isn't known here. */
export function officeInPersian(title: string): string | null {
  if (Object.hasOwn(OFFICES, title)) return OFFICES[title] ?? null;
  const composed = /^(former|deputy|adviser to the) (.+)$/.exec(title);
  const office = composed === null ? null : officeInPersian(composed[2] ?? "");
  if (composed === null || office === null) return null;
  if (composed[1] === "former") return `${office} پیشین`;
  return composed[1] === "deputy" ? `معاون ${office}` : `مشاور ${office}`;
}
