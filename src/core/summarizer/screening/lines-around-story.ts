/**
 * Lines that newsrooms print around an article and that never belong into a summary: calls to click, credits,
 * corrections, notes of the desk, newsletter lines, navigation. Data by language; the widget's languages and a few
 * more. Sources: the article pages and style guides of newspapers and agencies in each language, whose wording is
 * common to many; only the form of such lines is listed, no text of anybody.
 *
 * - `opens`: how such a line begins. A colon at the end wants a colon, a bar or a dash within a few words ("watch:"
 *   fits "WATCH | Divers …"); a `$` wants nothing but marks behind it ("anzeige$" leaves "Anzeige gegen …" alone).
 * - `holds`: words that only such a line holds, wherever they stand.
 * - `follow`: how a line begins that asks readers to follow on a network or by mail; it names one as well.
 *
 * The source of `packed-lines.json`, which is what the summariser reads: `npm run build:tables` makes it from this.
 */
export interface LinesAroundStory {
  opens: Lines;
  holds?: Lines;
  follow?: Lines;
}

type Lines = readonly string[];

const list = (lines: string): Lines => lines.split('; ');

export const LINES_AROUND_STORY: Readonly<Record<string, LinesAroundStory>> = {
  en: {
    opens: list(
      "click here; tap here; scroll down; read more:; read more$; read more about; read next; see also; see more:; related:; related stories; related articles; watch:; watch the video; watch live:; watch now; listen:; listen now; listen to this; listen to the; photo:; photos:; photo by; photograph:; image:; image credit; image source; image caption; picture:; pictures:; credit:; caption:; video:; gallery:; graphic:; illustration:; source:; sources:; file photo; file picture; getty images; advertisement$; advertisement:; sponsored$; sponsored by; sponsored content; sponsored:; paid content; promoted$; share this; follow us; follow our; sign up; subscribe to; subscribe now; subscribe today; subscribe$; subscribe for; get our newsletter; get our free; get the latest; for more information; for more on; for more news; copyright:; copyright ©; copyright (c); copyright 1; copyright 2; copyright $; ©; (c) 2; (c) 1; all rights reserved; this article was originally; this article was first; this article was amended; this article was updated; this article was corrected; this article was published; this article was written; this article has been; this article originally; this article first; this article is part; this article contains affiliate; this article appeared; this story was originally; this story was first; this story was updated; this story was corrected; this story was published; this story was produced; this story was supported; this story was reported; this story has been; this story originally; this story is part; this story first; this story is developing; this is a developing; this piece was; this report was first; this post was; this post has been; this page was; this interview has been; this transcript; an earlier version of this; an earlier version of the story; an earlier version of the article; a previous version of this; an earlier headline; a version of this; the original version of this; correction:; corrections:; correction$; clarification:; clarifications:; clarification$; editor's note; editors' note; editor’s note; editors’ note; publisher's note; author's note; disclaimer:; disclosure:; note:; no time to read; get a summary; previous article; next article; most read$; most read:; most popular$; most popular:; most viewed$; more from us$; more from our; more stories$; more stories from; more on this; more:; trending:; trending now; you may also like; you may also be interested; you might also like; you might also be interested; recommended:; recommended reading; recommended for you; don't miss:; don't miss$; don’t miss:; don’t miss$; in case you missed; top stories$; latest news$; breaking news alerts; live updates:; live updates$; as it happened:; we use cookies; this site uses; this website uses; by continuing to; updated:; updated$; published:; published at; published on; posted:; posted on; last updated; last modified; first published; reporting by; additional reporting; (reporting by; editing by; written by; compiled by; translated by; photography by; video by; graphics by; with reporting; with additional reporting; with files from; with inputs from; with input from; with agency inputs; with agencies; story highlights; key points$; highlights$; news:; for confidential; for the latest; back to mail; skip past; skip to; skip ad; after newsletter; article continues; story continues; continue reading; comments on this; comments are closed; comments have been closed; comments have closed; join the conversation; join the discussion; join our; have your say; what do you think; tell us; let us know; leave a comment; send your; send us; do you have a story; do you know more; do you have information; got a tip; got a story; have a news tip; have a story; contact the author; contact us; contact the reporter; email us; e-mail us; call us; to contact the author; to contact the reporter; to read the full; to continue reading; already a subscriber; log in; support our journalism; support independent; donate now; donate to; donate$; become a member; buy tickets; buy now; about the author; about the writer; terms of use; terms of service; hide caption; toggle caption; enlarge this; view comments; view gallery; view image; print this; save this$; save this article; download our; our standards; if you enjoyed; if you have been affected; if you or someone; enjoy this article; reuse this; tags:; topics:; filed under; in pictures:; in this story$; in this story:; min read$; minutes read$; reading time; advertising$; loading$; play video; the views expressed; opinions expressed; views expressed; in this photo; in this photograph; in this file photo; in this undated photo; in this handout; in this image; in this screenshot; in an undated photo; in this archive photo; this photo provided; this photo released; this photo taken; this photo shows; this undated photo; this file photo; this image provided; this image released; this image made from; this image taken; this image shows; an undated photo; hello and welcome; welcome back to; welcome to the show; welcome to the podcast; welcome to this week's; good morning and welcome; good evening and welcome; you're listening to; you are listening to; i'm your host; thank you for listening; thanks for listening; att:; attendance:; final score:; half-time:; full-time:; referee:; scorers:; man of the match:; lineups:; read on to; read on for; keep reading to; keep reading for",
    ),
    holds: list(
      'all rights reserved; contributed to this report; contributed reporting; contributed to this story; contributed to this article; our newsletter; click here; scroll down; accept cookies; use of cookies; pic.twitter.com; pic.x.com; sent to your whatsapp; your inbox; sign up to our; sign up for our; sign up to the; sign up for the; may not be published, broadcast; photograph:; ap photo; getty images; file photo; now closed to comments; are now closed; min read; min. read; minute read; can be reached at; follow him on; follow her on; follow them on; follow us on; follow me on; twitter.com/; this article first appeared; this story first appeared; originally appeared on; originally published on; originally published in; is a reporter for; is a staff writer; is a freelance; is a columnist; is the author of several; image caption; image source; subscribe to; available to subscribers',
    ),
    follow: list(
      'follow; join; get; find us; like us; you can now get; you can follow; receive; sign up; stay up to date; download; subscribe; chat with; message us; listen',
    ),
  },
  de: {
    opens: list(
      'lesen sie auch; lesen sie mehr; lesen sie hier; lesen sie weiter; lesen sie dazu; lesen sie jetzt; lesen sie außerdem; mehr zum thema; mehr dazu; mehr lesen; mehr:; mehr nachrichten; weiterlesen; hier weiterlesen; auch interessant; auch lesenswert; das könnte sie; das könnte dich; siehe auch; zum thema:; passend dazu; foto:; fotos:; bild:; bilder:; bildquelle; bildunterschrift; fotostrecke; grafik:; videos:; quelle:; quellen:; anzeige$; anzeige:; werbung$; werbung:; gesponsert$; newsletter$; newsletter:; unser newsletter; hier klicken; klicken sie; zur startseite; zur übersicht; nach oben; stand:; aktualisiert:; aktualisiert am; veröffentlicht:; veröffentlicht am; erschienen am; erstmals veröffentlicht; zuletzt aktualisiert; artikel vom; dieser artikel erschien; dieser artikel wurde; dieser artikel ist zuerst; dieser artikel ist teil; dieser artikel ist erschienen; dieser beitrag erschien; dieser beitrag wurde; dieser text erschien; dieser text wurde; dieses thema im programm; dieses interview wurde; dieses interview erschien; dieses interview ist; diese meldung wurde; diese meldung ist; diese meldung lief; anmerkung der redaktion; anm. d. red; hinweis:; hinweis der redaktion; transparenzhinweis; korrektur:; korrekturhinweis; berichtigung:; richtigstellung:; in einer früheren version dieses; in einer früheren version des; in einer früheren version hieß; in einer früheren version stand; in einer früheren fassung dieses; in einer früheren fassung des; in einer früheren fassung hieß; in einer ersten version dieses; in einer ersten version des; in einer ersten version hieß; © ; alle rechte vorbehalten; kommentare zu diesem; kommentare zum artikel; kommentare sind geschlossen; kommentar schreiben; diskutieren sie; schreiben sie uns; haben sie hinweise; haben sie fragen; melden sie sich; anmelden$; jetzt anmelden; jetzt abonnieren; abonnieren sie; zum abo; mit material von; mit material der; mit informationen von; mit agenturmaterial; mitarbeit:; redaktion:; autor:; autorin:; text:; von:; übersetzung:; über den autor; über die autorin; zur person:; artikel teilen; teilen sie; drucken$; vorlesen$; artikel anhören; diesen artikel anhören; hören sie; sehen sie; lesezeit; min lesezeit; schlagworte; themen:; meistgelesen; empfohlener redaktioneller; externer inhalt; an dieser stelle finden sie; cookies$; wir verwenden cookies; diese website verwendet; diese website nutzt; zum seitenanfang; vorheriger artikel; nächster artikel; auf diesem foto; auf diesem bild; auf dem foto; auf dem bild; das foto zeigt; das bild zeigt; dieses foto zeigt; dieses bild zeigt; unser foto zeigt; unser bild zeigt; im bild:; hallo und willkommen; herzlich willkommen zu; willkommen zu einer neuen; danke fürs zuhören; zuschauer:; tore:; schiedsrichter:; aufstellung:; endstand:; lesen sie im folgenden; hier lesen sie; hier erfahren sie',
    ),
    holds: list(
      'alle rechte vorbehalten; newsletter anmelden; newsletter abonnieren; unseren newsletter; dpa-infocom; wurde automatisch erstellt; min. lesezeit; minuten lesezeit; (foto:; (bild:; (symbolbild); (archivbild); (archivfoto)',
    ),
    follow: list(
      'folgen sie; folge; folgt; jetzt folgen; abonnieren; abonniere; laden sie; verpassen sie; bleiben sie; besuchen sie; finden sie uns; melden sie sich; diskutieren sie; sie finden',
    ),
  },
  fr: {
    opens: list(
      "lire aussi; à lire aussi; lire également; à lire également; à lire :; à lire:; lire la suite; lire plus; voir aussi; à voir aussi; écouter aussi; a lire aussi; pour aller plus loin; sur le même sujet; crédit photo; crédits photo; crédit :; photo :; photo d'illustration; photo d’illustration; image d'illustration; image d’illustration; légende:; vidéo:; vidéo$; vidéos:; infographie:; abonnez-vous; s'abonner; s’abonner; je m’abonne; déjà abonné; inscrivez-vous; recevez notre; recevez nos; recevez chaque; recevez gratuitement; cliquez ici; publicité$; publicité:; contenu sponsorisé; tous droits réservés; © ; avec afp$; avec afp et; avec agences$; avec reuters$; (avec afp; mis à jour le; mis à jour:; mis à jour à; mise à jour:; publié le; publié:; modifié le; dernière mise à jour; cet article a été; cet article est réservé; cet article est issu; cet article est paru; cet article est extrait; cet article vous est; cet article fait partie; cette interview a; rectificatif:; rectificatif$; précision:; note de la rédaction; ndlr; une version précédente de cet; une version précédente de ce; une première version de cet; une première version de ce; les commentaires sont fermés; les commentaires sont clos; commentaires fermés; laisser un commentaire; réagissez; partager$; partagez; écouter l’article; écouter l'article; écoutez$; écoutez:; écoutez l’article; écoutez notre; temps de lecture; lecture:; newsletter$; newsletter:; la suite après; la suite est réservée; l’article continue; article précédent; article suivant; plus d’articles; plus d'infos$; plus d'infos:; nos articles$; à propos de l’auteur; propos recueillis; reportage:; texte:; traduction:; les plus lus$; vous avez une info; contactez-nous; écrivez-nous; nous utilisons des cookies; ce site utilise des cookies; mots-clés; en images:; à découvrir:; à découvrir aussi; sur cette photo; sur la photo; sur cette image; cette photo montre; cette image montre; bonjour et bienvenue; bienvenue dans ce nouvel; bienvenue dans le podcast; vous écoutez; merci de nous avoir écoutés; spectateurs :; spectateurs:; arbitre :; arbitre:; buts :; buts:; mi-temps :; mi-temps:; lisez la suite; poursuivez votre lecture; découvrez la suite",
    ),
    holds: list(
      'tous droits réservés; notre newsletter; nos newsletters; cet article est réservé; réservé aux abonnés; ont contribué à cet article; a contribué à cet article; min de lecture; minutes de lecture; propos recueillis par; (photo; crédit photo',
    ),
    follow: list(
      'suivez; suivez-nous; retrouvez; rejoignez; abonnez-vous; téléchargez; recevez notre; recevez nos; recevez chaque; recevez gratuitement; partagez; likez',
    ),
  },
  es: {
    opens: list(
      'lea también; lee también; leer también; lea además; lea más; leer más; lee más; más información$; más información:; más información en; más información sobre; más noticias$; más noticias de; ver también; vea también; ver más; le puede interesar; te puede interesar; puede interesarte; también te puede; te recomendamos; le recomendamos; relacionado:; relacionadas:; noticias relacionadas; haga clic; haz clic; pincha aquí; suscríbete; suscríbase; regístrate; regístrese; foto:; fotos:; fotografía:; imagen:; imágenes:; pie de foto; crédito:; vídeo:; fuente:; fuentes:; con información de; con información:; publicidad$; publicidad:; contenido patrocinado; patrocinado$; todos los derechos; derechos reservados; © ; actualizado:; actualizado el; actualizado a; actualización:; publicado el; publicado:; última actualización; esta noticia ha sido; esta noticia fue; este artículo fue; este artículo ha sido; este artículo se; esta nota fue; esta entrevista fue; esta entrevista ha sido; corrección:; aclaración:; fe de errores; fe de erratas; nota del editor; nota de la redacción; nota:; una versión anterior de este; una versión anterior de esta; los comentarios están cerrados; los comentarios a esta; comentarios cerrados; deja un comentario; compartir$; comparte$; comparte esta; escucha$; escucha:; escucha el podcast; escuche:; escuche el; escuchar$; tiempo de lectura; newsletter$; boletín:; sigue leyendo; continúa leyendo; artículo anterior; artículo siguiente; lo más leído$; lo más visto$; sobre el autor; texto:; edición:; traducción:; contáctenos; escríbenos; tienes información; usamos cookies; este sitio utiliza; utilizamos cookies; etiquetas:; temas:; en imágenes:; mira también; mira:; en esta foto; en esta fotografía; en esta imagen; en la foto; en la fotografía; esta foto muestra; esta imagen muestra; la foto muestra; la imagen muestra; hola y bienvenidos; bienvenidos al podcast; gracias por escuchar; árbitro:; goles:; espectadores:; asistencia:; siga leyendo; continúe leyendo; descubre a continuación',
    ),
    holds: list(
      'todos los derechos reservados; nuestro boletín; nuestra newsletter; contribuyó a este reportaje; contribuyó con este; contribuyeron a este; colaboró en este; colaboraron en este; min de lectura; minutos de lectura; solo para suscriptores',
    ),
    follow: list(
      'sigue; síguenos; sigue a; siga; síganos; únete; únase; suscríbete; descarga; recibe; reciba; entérate',
    ),
  },
  it: {
    opens: list(
      "leggi anche; leggi di più; leggi tutto; leggi l’articolo; leggi l'articolo; leggi:; vedi anche; guarda anche; guarda il video; guarda:; ascolta$; ascolta:; ascolta il podcast; ascolta l’articolo; approfondisci; per approfondire; potrebbe interessarti; ti potrebbe; ti consigliamo; clicca qui; clicca per; iscriviti; abbonati$; abbonati a; abbonati ora; registrati; foto:; fotografia:; immagine:; immagini:; didascalia; crediti:; credits:; fonte:; fonti:; pubblicità$; pubblicità:; contenuto sponsorizzato; sponsorizzato$; tutti i diritti; riproduzione riservata; © ; aggiornato:; aggiornato il; aggiornato alle; aggiornamento:; ultimo aggiornamento; pubblicato il; pubblicato:; questo articolo è stato; questo articolo è apparso; questo articolo è tratto; questo articolo è riservato; questo articolo è stato; questa intervista è stata; correzione:; rettifica:; precisazione:; nota della redazione; nota dell’autore; una versione precedente di questo; in una versione precedente di questo; in una versione precedente dell’articolo; i commenti sono chiusi; commenti chiusi; lascia un commento; commenta$; commenta l’articolo; condividi; tempo di lettura; newsletter$; newsletter:; continua a leggere; articolo precedente; articolo successivo; i più letti; i più visti; chi è l’autore; testo di; a cura di; traduzione di; traduzione:; contattaci; scrivici; scrivi a; hai informazioni; questo sito utilizza; utilizziamo i cookie; tag:; argomenti:; in foto:; scarica l’app; scarica la app; scarica$; in questa foto; in questa immagine; nella foto; nell'immagine; nell’immagine; la foto mostra; l'immagine mostra; l’immagine mostra; ciao e benvenuti; buongiorno e benvenuti; benvenuti al podcast; grazie per l'ascolto; arbitro:; marcatori:; spettatori:; formazioni:; continuate a leggere; prosegui la lettura; scopri di più",
    ),
    holds: list(
      'tutti i diritti riservati; riproduzione riservata; nostra newsletter; ha collaborato a questo; hanno collaborato a questo; ha contribuito a questo; min di lettura; minuti di lettura; riservato agli abbonati',
    ),
    follow: list(
      'segui; seguici; seguiteci; iscriviti; unisciti; scarica l’app; scarica la app; scarica$; ricevi; resta aggiornato; entra nel',
    ),
  },
  pt: {
    opens: list(
      'leia também; leia mais; leia ainda; leia:; ler mais; ler também; veja também; veja mais; veja:; assista; ouça; saiba mais; confira; confira também; você pode gostar; pode interessar; recomendado$; recomendado:; recomendado para você; relacionado:; relacionadas:; clique aqui; clique para; inscreva-se; assine; subscreva; cadastre-se; foto:; fotos:; fotografia:; imagem:; imagens:; legenda:; crédito:; créditos:; vídeo:; fonte:; fontes:; com informações da; com informações do; com informações de; publicidade$; publicidade:; conteúdo patrocinado; patrocinado$; todos os direitos; © ; atualizado em; atualizado às; atualizado:; atualização:; última atualização; publicado em; publicado:; esta reportagem foi; este artigo foi; este texto foi; esta matéria foi; esta notícia foi; esta entrevista foi; correção:; correcção:; errata:; erramos:; esclarecimento:; nota da redação; nota do editor; uma versão anterior deste; uma versão anterior desta; os comentários estão; comentários encerrados; deixe um comentário; comente$; compartilhe$; compartilhe esta; partilhar; partilhe$; partilhe este; tempo de leitura; newsletter$; newsletter:; continua após; continua depois; continue lendo; continue a ler; artigo anterior; próximo artigo; mais lidas$; sobre o autor; texto:; edição:; tradução:; com agências$; entre em contato; contacte-nos; fale conosco; envie sua; envie a sua; envie seu; tem informações; este site utiliza; utilizamos cookies; usamos cookies; assuntos:; em imagens:; nesta foto; nesta fotografia; nesta imagem; na foto; na imagem; a foto mostra; a imagem mostra; olá e bem-vindos; bem-vindos a mais; bem-vindos ao podcast; sejam bem-vindos; obrigado por ouvir; árbitro:; golos:; gols:; assistência:; público:; siga lendo; prossiga a leitura',
    ),
    holds: list(
      'todos os direitos reservados; nossa newsletter; nossas newsletters; a nossa newsletter; colaborou com esta; colaboraram com esta; contribuiu para esta; min de leitura; minutos de leitura; exclusivo para assinantes',
    ),
    follow: list(
      'siga; siga-nos; acompanhe; participe; entre no; receba; baixe; inscreva-se; curta; junte-se',
    ),
  },
  nl: {
    opens: list(
      'lees ook; lees meer; lees verder; lees hier; bekijk ook; bekijk de; bekijk:; luister:; luister naar; luister ook; luister hier; kijk ook; zie ook; meer over dit; meer over:; meer lezen; meer nieuws$; klik hier; meld je aan; schrijf je in; abonneer; word abonnee; foto:; foto’s:; beeld:; afbeelding:; bijschrift; bron:; bronnen:; advertentie$; advertentie:; gesponsord; alle rechten; © ; bijgewerkt:; bijgewerkt op; bijgewerkt om; laatst bijgewerkt; gepubliceerd op; gepubliceerd:; update:; dit artikel is eerder; dit artikel is verschenen; dit artikel is onderdeel; dit artikel is aangepast; dit artikel is exclusief; dit artikel werd; dit artikel verscheen; dit verhaal is eerder; dit verhaal verscheen; dit interview; correctie:; rectificatie:; verduidelijking:; noot van de redactie; in een eerdere versie van dit; in een eerdere versie stond; een eerdere versie van dit; reacties$; reacties gesloten; reageer; laat een reactie; deel dit; delen$; leestijd; nieuwsbrief$; nieuwsbrief:; artikel gaat verder; tekst gaat verder; verder lezen; vorig artikel; volgend artikel; meest gelezen; over de auteur; tekst:; vertaling:; met medewerking; neem contact; heb je tips; heb je een tip; mail naar; wij gebruiken cookies; deze website gebruikt; deze site gebruikt; onderwerpen:; op deze foto; op de foto; op dit beeld; deze foto toont; de foto toont; hallo en welkom; welkom bij de podcast; je luistert naar; bedankt voor het luisteren; scheidsrechter:; toeschouwers:; doelpunten:; lees snel verder',
    ),
    holds: list(
      'alle rechten voorbehouden; onze nieuwsbrief; werkte mee aan dit; droeg bij aan dit; min leestijd; minuten leestijd; alleen voor abonnees',
    ),
    follow: list('volg; volg ons; abonneer; download; meld je; ontvang; blijf op de hoogte; word lid'),
  },
  da: {
    opens: list(
      'læs også; læs mere; læs videre; læs hele; se også; se mere; se video; hør også; lyt til; foto:; fotos:; billede:; billedtekst; grafik:; kilde:; kilder:; annonce$; annonce:; sponsoreret; tilmeld dig; tilmeld; abonner; bliv abonnent; klik her; alle rettigheder forbeholdes; © ; opdateret:; opdateret kl; sidst opdateret; publiceret:; publiceret d; offentliggjort:; artiklen er; artiklen fortsætter; artiklen blev; denne artikel er; denne artikel blev; denne artikel har; dette interview er; dette interview blev; rettelse:; præcisering:; redaktionens note; i en tidligere version; en tidligere version af; kommentarer$; kommentér; skriv en kommentar; del artiklen; del$; læsetid; nyhedsbrev$; nyhedsbrev:; forrige artikel; næste artikel; mest læste$; om forfatteren; tekst:; oversættelse:; kontakt$; kontakt:; kontakt journalisten; har du tips; har du et tip; skriv til; vi bruger cookies; denne hjemmeside; emner:; /ritzau/; på billedet; på dette billede; billedet viser; på fotoet; hej og velkommen; velkommen til podcasten; tak fordi du lyttede; dommer:; tilskuere:; mål:; læs med her; læs nedenfor',
    ),
    holds: list(
      'alle rettigheder forbeholdes; vores nyhedsbrev; har bidraget til; min. læsetid; minutters læsning; kun for abonnenter',
    ),
    follow: list('følg; følg os; tilmeld; hent; få; abonner; like'),
  },
  nb: {
    opens: list(
      'les også; les mer; les hele; les videre; se også; se mer; se video; se:; hør også; hør:; foto:; bilde:; bilder:; bildetekst; grafikk:; kilde:; kilder:; annonse$; annonse:; sponset; meld deg på; abonner; bli abonnent; klikk her; alle rettigheter; © ; oppdatert:; oppdatert kl; sist oppdatert; publisert:; publisert kl; saken er oppdatert; saken er rettet; saken er først; saken ble først; saken ble opprinnelig; saken fortsetter; artikkelen er; artikkelen ble; artikkelen fortsetter; denne artikkelen; denne saken ble; denne saken er oppdatert; denne saken er først; denne saken var først; dette intervjuet ble; rettelse:; presisering:; i en tidligere versjon; en tidligere versjon av; kommentarer$; kommenter; del saken; del artikkelen; lesetid; nyhetsbrev$; nyhetsbrev:; forrige artikkel; neste artikkel; mest lest$; om forfatteren; tekst:; oversettelse:; kontakt$; kontakt:; kontakt journalisten; har du tips; tips oss; vi bruker cookies; vi bruker informasjonskapsler; dette nettstedet; emner:; (©ntb); ©ntb; på bildet; på dette bildet; bildet viser; hei og velkommen; velkommen til podkasten; takk for at du lyttet; dommer:; tilskuere:; mål:; les under; les nedenfor',
    ),
    holds: list(
      'alle rettigheter; vårt nyhetsbrev; nyhetsbrevet vårt; har bidratt til; min lesetid; minutter lesetid; kun for abonnenter; bidro til saken',
    ),
    follow: list('følg; følg oss; meld deg; last ned; få; abonner; lik oss'),
  },
  sv: {
    opens: list(
      'läs också; läs även; läs mer; läs vidare; läs hela; se även; se också; se mer; se:; lyssna:; lyssna på; lyssna här; hör också; foto:; bild:; bilder:; bildtext; grafik:; källa:; källor:; annons$; annons:; sponsrat; anmäl dig; prenumerera; bli prenumerant; klicka här; alla rättigheter; © ; uppdaterad:; uppdaterad kl; senast uppdaterad; publicerad:; publicerad kl; artikeln är; artikeln publicerades; artikeln har; artikeln fortsätter; den här artikeln; denna artikel; den här intervjun publicerades; rättelse:; förtydligande:; i en tidigare version; en tidigare version av; kommentarer$; kommentera; dela artikeln; dela$; lästid; nyhetsbrev$; nyhetsbrev:; föregående artikel; nästa artikel; mest läst$; om författaren; text:; översättning:; kontakta oss; kontakta redaktionen; kontakta reportern; tipsa oss; har du tips; vi använder cookies; vi använder kakor; den här webbplatsen; ämnen:; (tt); /tt/; på bilden; på denna bild; bilden visar; på fotot; hej och välkommen; välkomna till podden; tack för att du lyssnade; domare:; publik:; mål:; slutresultat:; fortsätt läsa; läs nedan',
    ),
    holds: list(
      'alla rättigheter; vårt nyhetsbrev; bidrog till artikeln; har bidragit till; min lästid; minuters läsning; endast för prenumeranter',
    ),
    follow: list('följ; följ oss; anmäl; ladda ner; få; prenumerera; gilla oss'),
  },
  fi: {
    opens: list(
      'lue myös; lue lisää; lue koko; lue tästä; katso myös; katso video; katso:; kuuntele$; kuuntele:; kuuntele juttu; kuva:; kuvat:; kuvateksti; grafiikka:; lähde:; lähteet:; mainos$; mainos:; kaupallinen yhteistyö; tilaa$; tilaa nyt; tilaa lehti; tilaa uutiskirje; klikkaa tästä; kaikki oikeudet; © ; päivitetty:; viimeksi päivitetty; julkaistu:; juttu on julkaistu; juttu on päivitetty; juttu on alun perin; juttu jatkuu; artikkeli jatkuu; juttua päivitetään; juttua on; artikkelia on; tämä juttu on; tämä juttu julkaistiin; tämä artikkeli on; tämä artikkeli julkaistiin; tämä haastattelu; oikaisu:; korjaus:; täsmennys:; aiemmassa versiossa; jutun aiemmassa; kommentit$; kommentoi; jaa artikkeli; jaa$; lukuaika; uutiskirje$; edellinen artikkeli; seuraava artikkeli; luetuimmat$; kirjoittaja:; kirjoittaja on; teksti:; käännös:; ota yhteyttä; lähetä juttuvinkki; lähetä vinkki; onko sinulla; käytämme evästeitä; tämä sivusto; aiheet:; stt$; kuvassa; tässä kuvassa; hei ja tervetuloa; tervetuloa kuuntelemaan; kiitos kun kuuntelit; erotuomari:; katsojia:; maalit:; lue eteenpäin; jatka lukemista',
    ),
    holds: list(
      'kaikki oikeudet pidätetään; uutiskirjeemme; min lukuaika; minuutin lukuaika; vain tilaajille; osallistui jutun',
    ),
    follow: list('seuraa; seuraa meitä; tilaa$; tilaa nyt; tilaa lehti; lataa; liity; tykkää'),
  },
  pl: {
    opens: list(
      'czytaj też; czytaj także; czytaj również; czytaj więcej; czytaj dalej; przeczytaj; zobacz też; zobacz także; zobacz również; zobacz więcej; zobacz:; obejrzyj$; obejrzyj:; obejrzyj wideo; obejrzyj także; posłuchaj$; posłuchaj:; posłuchaj podcastu; polecamy$; polecamy:; polecamy także; więcej:; więcej na; więcej informacji$; więcej informacji na; więcej informacji w; więcej wiadomości; zdjęcie:; zdjęcia:; fot.; foto:; autor zdjęcia; wideo:; grafika:; źródło:; źródła:; reklama$; reklama:; artykuł sponsorowany; materiał sponsorowany; zapisz się; zaprenumeruj; zaloguj się; kliknij tutaj; kliknij i; kliknij$; wszelkie prawa; wszystkie prawa; © ; aktualizacja:; zaktualizowano:; ostatnia aktualizacja; opublikowano:; data publikacji; ten artykuł został; ten artykuł ukazał; ten artykuł powstał; artykuł został; tekst ukazał; wywiad został; sprostowanie:; korekta:; wyjaśnienie:; od redakcji; w poprzedniej wersji; we wcześniejszej wersji; komentarze$; skomentuj; dodaj komentarz; udostępnij$; podziel się; czas czytania; newsletter$; newsletter:; dalszy ciąg; dalsza część; poprzedni artykuł; następny artykuł; najczęściej czytane$; o autorze$; o autorze:; tekst:; tłumaczenie:; oprac.; opracowanie:; skontaktuj się; napisz do; masz informacje; ta strona używa; ta strona korzysta; używamy plików; nasza strona używa; tagi:; tematy:; (pap); na zdjęciu; na tym zdjęciu; cześć i witaj; dzień dobry i witam; witamy w kolejnym; witajcie w kolejnym; witam w podcaście; słuchacie podcastu; dziękujemy za wysłuchanie; sędzia:; widzów:; bramki:; składy:; poniżej przeczytasz',
    ),
    holds: list(
      'wszelkie prawa zastrzeżone; nasz newsletter; naszego newslettera; min czytania; minut czytania; tylko dla prenumeratorów; dla subskrybentów; współpraca:',
    ),
    follow: list(
      'obserwuj; śledź; dołącz; polub; pobierz; zapisz się; subskrybuj; bądź na bieżąco; znajdziesz nas',
    ),
  },
  cs: {
    opens: list(
      'čtěte také; čtěte též; čtěte více; čtěte dále; přečtěte si; číst více; viz též; podívejte se; sledujte:; poslechněte si; více:; více o tématu; více zpráv; foto:; fotografie:; obrázek:; grafika:; zdroj:; zdroje:; reklama$; reklama:; inzerce$; sponzorovaný; přihlaste se; předplaťte; klikněte zde; klikněte na; všechna práva; © ; aktualizováno:; aktualizace:; poslední aktualizace; publikováno:; vydáno:; tento článek vyšel; tento článek byl; článek byl; článek vyšel; tento rozhovor vyšel; tento rozhovor byl; oprava:; upřesnění:; poznámka redakce; v předchozí verzi; v dřívější verzi; komentáře$; diskuse$; diskuse k článku; diskutujte; sdílejte$; sdílejte článek; sdílet; doba čtení; newsletter$; pokračování$; pokračování článku; pokračování textu; článek pokračuje; předchozí článek; další článek; nejčtenější; o autorovi; text:; překlad:; kontaktujte; napište nám; máte tip; tato stránka používá; používáme cookies; štítky:; témata:; (čtk); na snímku; na tomto snímku; na fotografii; na fotce; ahoj a vítejte; dobrý den a vítejte; vítejte u dalšího; vítejte v podcastu; posloucháte podcast; děkujeme za poslech; rozhodčí:; diváci:; branky:; góly:; sestavy:; pokračujte ve čtení',
    ),
    holds: list(
      'všechna práva vyhrazena; náš newsletter; našeho newsletteru; min čtení; minut čtení; pouze pro předplatitele; přispěl k tomuto',
    ),
    follow: list('sledujte; přidejte se; odebírejte; stáhněte; přihlaste se; lajkněte'),
  },
  hu: {
    opens: list(
      'olvassa el; olvasd el; olvass tovább; olvasson tovább; tovább olvasom; bővebben$; bővebben:; bővebben itt; lásd még; nézze meg; hallgassa meg; kapcsolódó:; kapcsolódó cikk; kapcsolódó cikkek; további hírek$; fotó:; fotók:; kép:; képek:; videó:; grafika:; forrás:; források:; hirdetés$; hirdetés:; szponzorált; iratkozzon fel; iratkozz fel; fizessen elő; kattintson ide; minden jog fenntartva; © ; frissítve:; frissítés:; utolsó frissítés; megjelent:; közzétéve:; ez a cikk eredetileg; ez a cikk először; a cikk eredetileg; a cikk folytatódik; ez az interjú eredetileg; helyesbítés:; javítás:; pontosítás:; a szerkesztő megjegyzése; a cikk korábbi; hozzászólások$; hozzászólás$; szóljon hozzá; ossza meg; megosztás; olvasási idő; hírlevél$; előző cikk; következő cikk; legolvasottabb$; a szerzőről; szöveg:; fordítás:; lépjen kapcsolatba; írjon nekünk; ez a weboldal sütiket; ez az oldal sütiket; sütiket használunk; címkék:; témák:; (mti); a képen; ezen a képen; a fotón; a felvételen; üdvözlöm önöket; köszöntjük hallgatóinkat; üdvözlünk mindenkit; köszönjük a figyelmet; köszönjük, hogy meghallgatták; játékvezető:; nézők:; gólszerzők:; olvassa tovább',
    ),
    holds: list('minden jog fenntartva; hírlevelünkre; hírlevelünk; perc olvasás; csak előfizetőknek'),
    follow: list('kövessen; kövess; kövesse; csatlakozzon; töltse le; iratkozzon; lájkolja'),
  },
  ro: {
    opens: list(
      'citește și; citeşte şi; citește mai; citiți și; citește:; vezi și; vezi mai; vezi:; ascultă$; ascultă:; urmărește:; mai multe$; mai multe detalii; mai multe despre; mai multe știri; recomandări$; recomandări:; recomandat$; articole similare; foto:; fotografie:; imagine:; grafică:; sursa:; sursă:; surse:; publicitate$; publicitate:; reclamă$; sponsorizat; abonează-te; abonați-vă; înscrie-te; click aici; apasă aici; toate drepturile rezervate; © ; actualizat:; actualizat la; actualizare:; ultima actualizare; publicat:; publicat la; acest articol a fost; articolul a fost; articolul continuă; acest interviu a fost; corecție:; erată:; rectificare:; precizare:; nota redacției; o versiune anterioară a acestui; comentarii$; comentează; lasă un comentariu; distribuie$; distribuie articolul; timp de citire; newsletter$; articolul anterior; articolul următor; cele mai citite$; despre autor$; text:; traducere:; contactează; scrie-ne; ai informații; acest site folosește; acest site utilizează; folosim cookie; etichete:; subiecte:; (agerpres); în această fotografie; în această imagine; în imagine; în fotografie; fotografia arată; bună și bine ați venit; bine ați venit la podcast; ascultați podcastul; vă mulțumim că ne-ați ascultat; arbitru:; spectatori:; marcatori:; continuă să citești; continuați să citiți',
    ),
    holds: list(
      'toate drepturile rezervate; newsletterul nostru; newsletter-ul nostru; min de citit; minute de citit; doar pentru abonați',
    ),
    follow: list('urmărește; urmăriți; urmărește-ne; alătură-te; descarcă; abonează-te; intră pe'),
  },
  tr: {
    opens: list(
      "ayrıca okuyun; bunu da okuyun; devamını oku; haberin devamı; daha fazla oku; daha fazla haber$; daha fazla bilgi için; daha fazlası için; okumaya devam; ayrıca bakınız; ayrıca bakın; izleyin:; dinleyin:; dinleyin$; ilgili haberler; ilgili haber; fotoğraf:; fotoğraflar:; foto:; görsel:; grafik:; kaynak:; kaynaklar:; reklam$; reklam:; sponsorlu; abone ol; abone olun; kayıt olun; tıklayın$; tıklayın:; buraya tıklayın; tüm hakları saklıdır; her hakkı saklıdır; © ; güncelleme:; güncellendi:; son güncelleme; yayınlanma:; yayınlanma tarihi; yayın tarihi; düzeltme:; editörün notu; haberin önceki sürümünde; yorumlar$; yorum yap; yorum yazın; paylaş$; okuma süresi; bülten$; önceki haber; sonraki haber; en çok okunanlar$; yazar hakkında; metin:; çeviri:; çeviren:; bize ulaşın; bize yazın; bu site çerez; etiketler:; konular:; bu fotoğrafta; fotoğrafta; bu karede; merhaba ve hoş geldiniz; yeni bir bölüme hoş geldiniz; podcast'ine hoş geldiniz; dinlediğiniz için teşekkürler; hakem:; goller:; seyirci:",
    ),
    holds: list(
      'tüm hakları saklıdır; her hakkı saklıdır; bültenimize; bültenimiz; dakika okuma; dk okuma; katkıda bulunmuştur; sadece aboneler',
    ),
    follow: list('takip; bizi takip; abone; katılın; indirin; beğenin; bizi'),
  },
  el: {
    opens: list(
      'διαβάστε επίσης; διαβάστε ακόμη; διαβάστε ακόμα; διαβάστε περισσότερα; διαβάστε:; διαβάστε όλες; δείτε επίσης; δείτε ακόμη; δείτε:; δείτε το βίντεο; ακούστε:; ακούστε το; ακούστε εδώ; περισσότερα:; σχετικά:; φωτογραφία:; φωτογραφίες:; φωτό:; εικόνα:; βίντεο:; πηγή:; πηγές:; διαφήμιση$; διαφήμιση:; χορηγούμενο; εγγραφείτε; γίνετε συνδρομητ; κάντε κλικ; πατήστε εδώ; με πληροφορίες από; όλα τα δικαιώματα; © ; ενημερώθηκε:; ενημέρωση:; τελευταία ενημέρωση; δημοσιεύτηκε:; δημοσιεύθηκε:; αυτό το άρθρο δημοσιεύτηκε; αυτό το άρθρο δημοσιεύθηκε; το άρθρο δημοσιεύ; διόρθωση:; διευκρίνιση:; σημείωση:; σχόλια$; σχολιάστε; κοινοποιήστε$; χρόνος ανάγνωσης; newsletter$; προηγούμενο άρθρο; επόμενο άρθρο; δημοφιλή$; σχετικά με τον συγγραφέα; κείμενο:; μετάφραση:; επικοινωνήστε; στείλτε μας; αυτός ο ιστότοπος χρησιμοποιεί; χρησιμοποιούμε cookies; ετικέτες:; θέματα:; στη φωτογραφία; σε αυτή τη φωτογραφία; σε αυτήν τη φωτογραφία; στην εικόνα; γεια σας και καλώς ήρθατε; καλώς ήρθατε σε; ακούτε το podcast; ευχαριστούμε που μας ακούσατε; διαιτητής:; σκόρερ:; θεατές:; συνεχίστε την ανάγνωση; διαβάστε παρακάτω',
    ),
    holds: list(
      'με επιφύλαξη παντός δικαιώματος; όλα τα δικαιώματα; newsletter μας; λεπτά ανάγνωση; συνέβαλε στο ρεπορτάζ',
    ),
    follow: list('ακολουθήστε; ακολούθησε; εγγραφείτε; κατεβάστε; βρείτε μας; κάντε like; γίνετε μέλος'),
  },
  ru: {
    opens: list(
      'читайте также; читайте еще; читайте ещё; читать далее; читать дальше; читать полностью; читайте:; читайте в нашем; читайте в материале; подробнее:; подробнее об этом; подробности:; смотрите также; смотрите:; слушайте:; слушайте подкаст; слушайте нас; по теме:; материалы по теме; ещё по теме; больше новостей; фото:; фотография:; снимок:; иллюстрация:; видео:; графика:; источник:; источники:; реклама$; реклама:; на правах рекламы; партнерский материал; партнёрский материал; подпишитесь; подписывайтесь; зарегистрируйтесь; нажмите здесь; нажмите на; нажмите сюда; все права защищены; © ; обновлено:; обновление:; последнее обновление; опубликовано:; эта статья была; эта статья опубликована; эта статья впервые; статья была обновлена; статья была опубликована; статья опубликована; этот материал подготовлен; этот материал опубликован; этот материал был впервые; материал обновлен; материал дополн; это интервью было; исправление:; поправка:; уточнение:; от редакции; примечание:; примечание редакции; в предыдущей версии этой; в предыдущей версии материала; в предыдущей версии статьи; в более ранней версии; комментарии$; оставьте комментарий; прокомментировать; поделиться$; поделитесь; время чтения; рассылка$; предыдущая статья; следующая статья; самое читаемое$; об авторе$; об авторе:; текст:; перевод:; свяжитесь; пишите нам; напишите нам; есть новости; этот сайт использует; мы используем cookie; мы используем файлы; теги:; темы:; продолжение$; продолжение следует; на фото; на этом фото; на снимке; на этом снимке; на фотографии; здравствуйте и добро пожаловать; привет и добро пожаловать; добро пожаловать в подкаст; добро пожаловать в новый; спасибо, что слушаете; спасибо, что слушали; судья:; голы:; зрители:; составы:; читайте далее; читайте дальше',
    ),
    holds: list(
      'все права защищены; нашу рассылку; нашей рассылке; минут чтения; мин чтения; при перепечатке; только для подписчиков',
    ),
    follow: list(
      'подписывайтесь; подпишитесь; подписаться; следите; присоединяйтесь; читайте нас; скачайте; мы в; наш канал; оставайтесь',
    ),
  },
  uk: {
    opens: list(
      'читайте також; читайте ще; читайте теж; читати далі; читати повністю; читайте:; детальніше:; докладніше:; дивіться також; дивіться:; слухайте:; слухайте подкаст; за темою:; матеріали за темою; більше новин; фото:; світлина:; ілюстрація:; відео:; графіка:; джерело:; джерела:; реклама$; реклама:; на правах реклами; партнерський матеріал; підпишіться; підписуйтесь; підписуйтеся; зареєструйтесь; натисніть тут; натисніть на; усі права; всі права; © ; оновлено:; оновлення:; останнє оновлення; опубліковано:; ця стаття була; ця стаття вперше; ця стаття опублікована; статтю було оновлено; статтю було опубліковано; цей матеріал підготовлено; цей матеріал опубліковано; матеріал оновлено; виправлення:; уточнення:; від редакції; примітка:; примітка редакції; у попередній версії; коментарі$; залиште коментар; поділитися; поділіться; час читання; розсилка$; попередня стаття; наступна стаття; найпопулярніше$; про автора$; про автора:; текст:; переклад:; звʼяжіться; пишіть нам; маєте новину; цей сайт використовує; ми використовуємо cookie; ми використовуємо файли; теги:; теми:; на фото; на цьому фото; на світлині; на знімку; вітаємо вас у; привіт і ласкаво просимо; ласкаво просимо до подкасту; дякуємо, що слухаєте; дякуємо, що слухали; суддя:; голи:; глядачі:; склади:; читайте далі',
    ),
    holds: list(
      'усі права захищені; всі права захищені; нашу розсилку; хвилин читання; хв читання; тільки для передплатників',
    ),
    follow: list(
      'підписуйтесь; підписуйтеся; підпишіться; стежте; приєднуйтесь; приєднуйтеся; читайте нас; завантажте; наш канал',
    ),
  },
  ar: {
    opens: list(
      'اقرأ أيضا; اقرأ أيضًا; اقرأ أيضاً; إقرأ أيضا; اقرأ المزيد; اقرأوا أيضا; اقرأ كذلك; اقرأ:; شاهد أيضا; شاهد أيضًا; شاهد:; استمع:; استمع إلى المقال; استمع للمقال; المزيد:; المزيد$; المزيد من الأخبار; المزيد من أخبار; مواضيع ذات صلة; أخبار ذات صلة; موضوعات متعلقة; صورة:; صور:; الصورة:; تصوير:; فيديو:; المصدر:; المصادر:; إعلان$; إعلان:; محتوى برعاية; اشترك الآن; اشترك في نشرتنا; اشترك في النشرة; اشتركوا الآن; اشتركوا في نشرتنا; اشتركوا في النشرة; سجل الآن; اضغط هنا; انقر هنا; جميع الحقوق; حقوق النشر; © ; تحديث:; آخر تحديث; تم التحديث:; نشر في:; نُشر في:; تاريخ النشر; هذا المقال نشر; هذا المقال نُشر; هذا المقال يعبر; نشر هذا المقال; نشر هذا التقرير; تصحيح:; توضيح:; ملاحظة:; التعليقات$; أضف تعليق; وقت القراءة; مدة القراءة; النشرة البريدية; المقال السابق; المقال التالي; الأكثر قراءة$; عن الكاتب$; ترجمة:; تحرير:; إعداد:; (إعداد; تواصل معنا; راسلنا; هذا الموقع يستخدم; نستخدم ملفات; وسوم:; الكلمات المفتاحية; في هذه الصورة; في الصورة; تظهر هذه الصورة; تُظهر هذه الصورة; أهلا ومرحبا بكم; أهلا بكم في; مرحبا بكم في; تستمعون إلى; شكرا على الاستماع; الحكم:; الأهداف:; تابع القراءة; واصل القراءة; أكمل القراءة',
    ),
    holds: list(
      'جميع الحقوق محفوظة; نشرتنا البريدية; النشرة الإخبارية; دقائق قراءة; ساهم في إعداد; شارك في التغطية; للمشتركين فقط',
    ),
    follow: list(
      'تابعوا; تابعونا; تابع; تابعنا; اشترك الآن; اشترك في نشرتنا; اشترك في النشرة; اشتركوا الآن; اشتركوا في نشرتنا; اشتركوا في النشرة; انضم; انضموا; حمل',
    ),
  },
  fa: {
    opens: list(
      'بیشتر بخوانید; بیشتر بدانید; همچنین بخوانید; ادامه مطلب; ادامه خبر; بخوانید:; ببینید:; بشنوید; مطالب مرتبط; خبرهای مرتبط; اخبار مرتبط; عکس:; عکس‌ها:; تصویر:; تصاویر:; ویدیو:; ویدئو:; فیلم:; منبع:; منابع:; آگهی$; تبلیغات$; تبلیغات:; رپورتاژ آگهی; مشترک شوید; ثبت نام کنید; اینجا کلیک; کلیک کنید; تمامی حقوق; کلیه حقوق; © ; به‌روزرسانی:; به‌روز شده:; آخرین به‌روزرسانی; منتشر شده:; تاریخ انتشار; اصلاحیه:; تصحیح:; توضیح:; یادداشت سردبیر; نظرات$; نظر خود را; دیدگاه$; به اشتراک بگذارید; به اشتراک گذاری; زمان مطالعه; خبرنامه$; مقاله قبلی; مقاله بعدی; پربازدید$; درباره نویسنده; ترجمه:; مترجم:; تماس با ما; با ما تماس; برچسب‌ها; کد خبر; انتهای پیام; پایان پیام; در این عکس; در این تصویر; در عکس; سلام و خوش آمدید; شما شنونده; ممنون که شنیدید; داور:; گل‌ها:; تماشاگران:; در ادامه بخوانید',
    ),
    holds: list('تمامی حقوق محفوظ; کلیه حقوق; خبرنامه ما; دقیقه مطالعه; انتهای پیام'),
    follow: list('ما را; دنبال کنید; به کانال; به ما بپیوندید; عضو; مشترک'),
  },
  he: {
    opens: list(
      'קראו גם; קראו עוד; קרא עוד; קרא גם; לקריאה נוספת; להמשך קריאה; ראו גם; צפו:; צפו בווידאו; צפו בסרטון; האזינו:; האזינו לכתבה; עוד בנושא; כתבות נוספות; כתבות קשורות; עוד באתר; צילום:; תמונה:; תמונות:; קרדיט:; וידאו:; וידיאו:; מקור:; מקורות:; פרסומת$; פרסומת:; תוכן שיווקי; תוכן ממומן; הירשמו; הרשמו; מנויים$; לחצו כאן; כל הזכויות; © ; עודכן:; עדכון:; עדכון אחרון; פורסם:; הכתבה פורסמה; כתבה זו פורסמה; כתבה זו עודכנה; מאמר זה פורסם; תיקון:; הבהרה:; הערת המערכת; בגרסה קודמת של; תגובות$; הגיבו; כתבו תגובה; שתפו$; זמן קריאה; ניוזלטר$; הכתבה הקודמת; הכתבה הבאה; הנקראות ביותר; על הכותב$; על הכותב:; תרגום:; צרו קשר; כתבו לנו; אנו משתמשים; תגיות:; נושאים:; בתמונה; בצילום; שלום וברוכים הבאים; ברוכים הבאים לפודקאסט; ברוכים הבאים לפרק; אתם מאזינים; תודה שהאזנתם; שופט:; שערים:; קהל:; המשיכו לקרוא; קראו בהמשך',
    ),
    holds: list('כל הזכויות שמורות; לניוזלטר שלנו; הניוזלטר שלנו; דקות קריאה; למנויים בלבד; השתתף בהכנת'),
    follow: list('עקבו; עקבו אחרינו; הצטרפו; הירשמו; הורידו; עשו לנו'),
  },
  hi: {
    opens: list(
      'यह भी पढ़ें; ये भी पढ़ें; इसे भी पढ़ें; और पढ़ें; आगे पढ़ें; पूरी खबर पढ़ें; पूरी खबर यहां; पढ़ें:; पढ़ें -; यह भी देखें; देखें:; देखें वीडियो; सुनें:; संबंधित खबरें; संबंधित खबर; फोटो:; फ़ोटो:; तस्वीर:; तस्वीरें:; छवि:; वीडियो:; स्रोत:; सूत्र:; विज्ञापन$; विज्ञापन:; प्रायोजित$; सदस्यता लें; सब्सक्राइब; यहां क्लिक; यहाँ क्लिक; सर्वाधिकार सुरक्षित; © ; अपडेट:; अपडेटेड; अंतिम अपडेट; प्रकाशित:; संशोधन:; सुधार:; स्पष्टीकरण:; संपादक की टिप्पणी; टिप्पणियां$; टिप्पणी करें; शेयर करें; साझा करें; पढ़ने का समय; न्यूज़लेटर$; पिछला लेख; अगला लेख; सबसे ज्यादा पढ़ी; लेखक के बारे; अनुवाद:; संपर्क करें; हमें लिखें; यह वेबसाइट कुकीज़; डिस्क्लेमर; अस्वीकरण; टैग:; इस तस्वीर में; इस फोटो में; इस फ़ोटो में; तस्वीर में; नमस्कार और स्वागत है; आप सुन रहे हैं; सुनने के लिए धन्यवाद; रेफरी:; दर्शक:; पढ़ना जारी रखें',
    ),
    holds: list('सर्वाधिकार सुरक्षित; हमारे न्यूज़लेटर; हमारे न्यूजलेटर; मिनट में पढ़ें; मिनट पढ़ें; (इनपुट'),
    follow: list('हमें; फॉलो; फ़ॉलो; जुड़ें; हमारे; डाउनलोड; ताजा खबरों; ताज़ा खबरों; लेटेस्ट'),
  },
  ja: {
    opens: list(
      '関連記事; 関連リンク; あわせて読みたい; 合わせて読みたい; 続きを読む; 続きはこちら; もっと読む; 詳しくはこちら; 詳細はこちら; こちらもおすすめ; 写真：; 写真:; 写真提供; 写真＝; 画像：; 画像:; 図：; 動画：; 動画:; 出典：; 出典:; 出所：; 資料：; 【写真】; 【動画】; 【関連; 【画像; 【pr】; 広告$; ［広告］; 【広告】; pr$; 会員登録する; 会員登録は; 会員登録$; 無料会員登録; 無料会員になる; 有料会員登録; 有料会員限定; 有料会員になる; 購読する; 購読は; 購読$; メルマガ登録; メルマガ$; ニュースレター$; こちらをクリック; クリックして拡大; クリックして再生; 無断転載; 著作権は; 著作権者; © ; 更新：; 更新日:; 更新日：; 最終更新; 公開日:; 公開日：; 公開：; この記事は有料; この記事は会員; この記事は、; この記事は20; 本記事は; 訂正：; 訂正しておわび; お詫びと訂正; おわびと訂正; 編集部注; 注：; コメント$; コメントを書く; コメントを投稿; シェアする$; シェア$; この記事をシェア; 前の記事; 次の記事; 人気記事; アクセスランキング; 執筆者; 筆者紹介; 著者プロフィール; 文：; 文＝; 取材・文; 翻訳：; 訳：; お問い合わせ先; お問い合わせは; お問い合わせ：; 当サイトは; 当サイトでは; 本サイト; タグ：; この記事の続き; 残り文字; 写真は; この写真は; ようこそお越し; お聴きいただき; 主審:; 得点:; 観衆:; 観客:; 続けて読む; 最後までお読み',
    ),
    holds: list(
      '無断転載を禁じ; 無断転載禁止; 無断複製; 続きを読む; この記事は有料; 会員限定; フォローしてください; フォローする; メルマガ登録; 文字残り; 分で読め',
    ),
    follow: list('フォロー; 登録; 公式; 最新ニュース; 友だち追加; チャンネル登録'),
  },
  ko: {
    opens: list(
      '관련기사; 관련 기사$; 관련 기사:; 함께 읽기; 더 읽기; 더보기; 더 보기; 기사 더; 자세히 보기; 이어보기; 사진=; 사진:; 사진：; 사진 제공; 사진=; 사진제공; 이미지:; 그래픽=; 영상=; 동영상:; 출처:; 출처=; 자료:; 자료=; 광고$; [광고]; 구독하기; 구독$; 구독신청; 뉴스레터$; 여기를 클릭; 클릭하세요; 무단 전재; 무단전재; 저작권자; 저작권자; 저작권:; ⓒ; <저작권자; <ⓒ; [저작권; 입력 :; 입력:; 수정:; 수정 :; 최종수정; 업데이트:; 이 기사는 유료; 이 기사는 구독; 이 기사는 인공; 이 기사는 2; 본 기사는; 정정보도문; 정정:; 바로잡습니다; 알려왔습니다; 편집자주; 편집자 주; 댓글$; 댓글 쓰기; 공유하기$; 공유$; 읽는 시간; 이전 기사; 다음 기사; 많이 본 뉴스; 많이 본 기사; 인기 기사$; 기자 소개; 글=; 글·사진; 번역:; 제보하기; 제보는 카카오; 제보:; 제보하기; 문의:; 문의 =; 문의는; 태그:; 해시태그; 사진은; 이 사진은; 사진 속; 안녕하세요, 오늘의 팟캐스트; 들어주셔서 감사합니다; 주심:; 관중:; 득점:; 계속 읽기; 이어서 읽기',
    ),
    holds: list(
      '무단 전재 및; 무단전재 및; 무단전재-재배포; 무단 전재-재배포; 재배포 금지; 저작권자; 제보는 카카오톡; 뉴스레터 구독; 구독하시면',
    ),
    follow: list('구독; 팔로우; 카카오톡; 네이버; 유튜브; 채널'),
  },
  zh: {
    opens: list(
      '延伸閱讀; 延伸阅读; 相关阅读; 相關閱讀; 相关新闻; 相關新聞; 相关报道; 相關報導; 推荐阅读; 推薦閱讀; 阅读更多; 閱讀更多; 阅读全文; 閱讀全文; 阅读原文; 閱讀原文; 查看更多; 查看原文; 更多新闻$; 更多新聞$; 更多报道$; 更多：; 更多:; 更多内容请; 更多資訊請; 更多精彩内容; 更多精彩请; 更多新闻请; 更多新聞請; 更多$; 看更多; 点击查看; 点击阅读; 点击这里; 点击此处; 点击下方; 点击上方; 点击$; 點擊查看; 點擊閱讀; 點擊這裡; 點我; 点此; 點此; 扫码关注; 扫码阅读; 扫码下载; 掃碼關注; 掃碼加入; 扫描二维码关注; 扫描二维码下载; 长按识别; 长按二维码; 關注我們; 关注我们; 关注微信公众号; 欢迎关注; 歡迎關注; 图：; 图:; 圖：; 圖:; 图片：; 图片来源; 圖片來源; 图源; 图为; 圖為; 照片：; 摄影：; 攝影：; 视频：; 影片：; 来源：; 来源:; 來源：; 資料來源; 资料来源; 文章来源; 稿源：; 稿源:; 广告$; 廣告$; 廣告：; 订阅$; 訂閱$; 订阅我们; 訂閱我們; 訂閱電子報; 版权所有; 版權所有; 版权声明：; 版权声明:; 未经授权; 未經授權; 转载请; 轉載請; © ; 更新时间; 更新時間; 更新：; 最后更新; 最後更新; 发布时间; 發布時間; 发布于; 本文首发; 本文为; 本文為; 本文来自; 本文來自; 本文转载; 本文已; 本文作者; 更正：; 更正启事; 勘误; 澄清：; 编者按; 編者按; 编辑：; 编辑:; 責任編輯; 责任编辑; 責編; 责编; 记者：; 記者：; 撰文：; 翻译：; 编译：; 評論$; 评论$; 发表评论; 分享$; 分享到; 分享至; 上一篇; 下一篇; 热门文章; 熱門文章; 热门新闻; 作者简介; 作者：; 关于作者; 联系我们; 聯絡我們; 爆料：; 爆料热线; 爆料邮箱; 本网站不; 本网站使用; 本網站; 标签：; 關鍵字; 关键词; 原标题; 原標題; 声明：; 聲明：; 免责声明; 这张照片; 图中; 此图; 這張照片; 圖中; 欢迎收听; 歡迎收聽; 感谢收听; 感謝收聽; 裁判:; 进球:; 進球:; 观众:; 觀眾:; 继续阅读; 繼續閱讀; 请往下看; 請往下看',
    ),
    holds: list(
      '版权所有; 版權所有; 未经许可不得; 未經許可不得; 未經授權; 未经授权; 不得转载; 不得轉載; 转载请注明; 轉載請註明; 责任编辑; 責任編輯; 扫描二维码关注; 扫描二维码下载; 订阅我们的; 訂閱我們的; 下載app; 下载app; 分钟阅读',
    ),
    follow: list('关注; 關注; 追蹤; 追踪; 欢迎; 歡迎; 加入; 订阅; 訂閱; 下載; 下载; 按讚'),
  },
  vi: {
    opens: list(
      'xem thêm; đọc thêm; đọc tiếp; mời xem; tin liên quan; bài liên quan; ảnh:; ảnh minh họa; hình:; nguồn:; quảng cáo$; đăng ký; bấm vào đây; © ; cập nhật:; đính chính:; bình luận; chia sẻ; bản quyền; xin chào và chào mừng; chào mừng quý vị; chào mừng các bạn đến; cảm ơn bạn đã lắng nghe; trọng tài:; khán giả:; bàn thắng:; mời đọc tiếp',
    ),
    holds: list('mọi quyền được bảo lưu'),
    follow: list('theo dõi; đăng ký; tải'),
  },
  id: {
    opens: list(
      'baca juga; baca selengkapnya; baca:; simak juga; simak video; lihat juga; tonton; foto:; foto oleh; gambar:; sumber:; iklan$; klik di sini; berlangganan; hak cipta; © ; artikel ini; berita ini; koreksi:; ralat:; editor:; penulis:; reporter:; komentar; bagikan; waktu baca; halo dan selamat datang; selamat datang di podcast; terima kasih telah mendengarkan; wasit:; penonton:; pencetak gol:; lanjutkan membaca; simak selengkapnya',
    ),
    holds: list('hak cipta dilindungi; dilarang mengutip'),
    follow: list('ikuti; bergabung; unduh; dapatkan; langganan'),
  },
  bg: {
    opens: list(
      'прочетете още; прочетете също; четете още; вижте още; вижте също; снимка:; снимки:; видео:; източник:; реклама$; абонирайте се; всички права; © ; обновена; публикувано; коментари; сподели; още по темата',
    ),
    holds: list('всички права запазени'),
    follow: list('последвайте; абонирайте; следвайте'),
  },
  sk: {
    opens: list(
      'čítajte aj; čítajte tiež; čítajte viac; prečítajte si; pozrite si; foto:; zdroj:; reklama$; prihláste sa; všetky práva; © ; aktualizované; oprava:; diskusia; zdieľať; (tasr); (sita)',
    ),
    holds: list('všetky práva vyhradené'),
    follow: list('sledujte; pridajte sa; odoberajte'),
  },
  hr: {
    opens: list(
      'pročitajte i; pročitajte još; pročitaj; čitajte i; pogledajte i; pogledajte:; foto:; izvor:; oglas$; pretplatite se; sva prava; © ; ažurirano; objavljeno; ispravak:; komentari; podijelite',
    ),
    holds: list('sva prava pridržana; sva prava zadržana'),
    follow: list('pratite; pratite nas; pridružite; preuzmite'),
  },
  sr: {
    opens: list(
      'прочитајте и; прочитајте још; погледајте и; фото:; извор:; видео:; оглас$; сва права; © ; коментари',
    ),
    holds: list('сва права задржана'),
    follow: list('пратите; запратите'),
  },
  sl: {
    opens: list(
      'preberite tudi; preberite več; preberi; poglejte tudi; foto:; vir:; oglas$; naročite se; vse pravice; © ; popravek:; komentarji',
    ),
    holds: list('vse pravice pridržane'),
    follow: list('sledite; spremljajte'),
  },
  ca: {
    opens: list(
      'llegeix també; llegiu també; llegeix més; vegeu també; foto:; font:; vídeo:; publicitat$; subscriu-te; tots els drets; © ; actualitzat; correcció:; comentaris',
    ),
    holds: list('tots els drets reservats'),
    follow: list('segueix; seguiu; uneix-te'),
  },
  bn: {
    opens: list(
      'আরও পড়ুন; আরো পড়ুন; আরও দেখুন; ছবি:; ছবি :; ভিডিও:; সূত্র:; বিজ্ঞাপন$; সাবস্ক্রাইব; এখানে ক্লিক; সর্বস্বত্ব; © ; আপডেট:; প্রকাশিত:; সংশোধনী:; মন্তব্য; শেয়ার',
    ),
    holds: list('সর্বস্বত্ব সংরক্ষিত'),
    follow: list('ফলো; আমাদের; যুক্ত'),
  },
  ur: {
    opens: list(
      'مزید پڑھیں; مزید پڑھیے; یہ بھی پڑھیں; یہ بھی پڑھیے; مزید دیکھیں; تصویر:; ویڈیو:; ذریعہ:; اشتہار$; سبسکرائب; یہاں کلک; جملہ حقوق; © ; اپ ڈیٹ:; تصحیح:; تبصرے',
    ),
    holds: list('جملہ حقوق محفوظ'),
    follow: list('فالو; ہمیں; جوائن'),
  },
};
