/** Names of nobody in the annotated articles; many sound like one there, or share a word with it. */
const text = `
Joe Biden|Biden|Bidden|Patten|Putten|Vladimir Putin|Putin|Sergei Lavrov|Janet Yellen|Yellin|Blinken|Antony Blinken
Helga Marquardt|Marquart|Ellen Marquard|Markward|Owen Trusk|Oren Trask|Paula Hennig|Hanning|Curtis Edmundson|Rosalie Keefe
Rosalind Keith|Priya Manon|Dale Whitcombe|Rhodri Penhallow|Achterburg|Nirmala Perrera|Randall Stallcup|Harun Bitt
Tomasz Wieczorkiewicz|Bettina Grauenfels|Jorunn Aasheim|Ikenna Obiakor|Wanjiru Muthoga|Farrukh Saidmurod|Oksana Verbytska
Yevhen Drozdiuk|Isidora Valdebenito|Lautaro Quiroga Paz|Anneliese Trautwein|Giacomo Bellandini|Marisol Echeverri Toro
Sigrun Hallvarsdottir|Kwabena Ofosuhene|Thandolwenkosi Mabaso|Nomvula Sithebe|Rangi Tamatea|Leilani Kahoano|Bautista Llorente
Department of Tides|Ministry of Lighthouses|Tidewater Ferry Authority|National Beekeeping Council|Gannet Rock Trust
Quillfeather Holdings|Blackmere Lifeboat Society|Union of Organ Grinders|Royal Kite Institute|Ministry of Chess
The Saltmarsh Gazette|Radio Thistledown|Pembury Intelligencer|Osprey Wire Desk|The Plover Monthly
جو بايدن|بايدن|بوتين|بوتن|سيرغي لافروف|جانيت يلين|يلين|أنتوني بلينكن|وزارة المنارات|هيئة القوارب الشراعية
كنعان الزبيراوي|سهيل البرغوثاني|نجلاء الطرابيشي المهدوي|ميسون القرطباوي|طلال الدغيمات|عفراء الزعنونية|هيثم الفرزدقي
لبابة السنجقدار|بدران الكفرسوسي|صفوان الحلفاوي|غيداء المرزباني|نوفل البسطويسي الكرملي|شاهين الطوبجي|رملة البغداديان
جمعية مربي النحل الجبلي|نقابة صانعي الأشرعة|صحيفة الشراع الأبيض|إذاعة المنارة البعيدة|معهد الطائرات الورقية
Émile Vaucresson-Huet|Zoltan Kerekgyarto|Aurelien Quatremer|Brannagh O'Dowdall|Siobhan Macgillycuddy|Ffion Pryddarch
Wojciech Zboralski|Mirjana Kovandzic|Anatoly Grebenshchik|Tarek Zughaybi|Dunya Al-Qishtayni|Yusra Bint Jawhar
Ludovic Pantaleone|Chidinma Okwuosa|Bolormaa Ganzorigt|Nguyen Thi Phuong Lieu|Somchai Rattanakosin|Gulnara Akhmetzhan
`;

export const absentNames: readonly string[] = text
	.split(/[|\n]/)
	.map((name) => name.trim())
	.filter(Boolean);
