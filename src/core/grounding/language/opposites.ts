/**
 * Words that exclude each other. Between bars they say about the same; across a bar the opposite. A line without a
 * bar lists things of one kind of which only one can be meant: a day, a colour, a relative. Behind # stand units.
 */
export const OPPOSITES: Readonly<Record<string, string>> = {
  en: `increase rise grow climb gain up higher growth raise surge jump grew soar expand more boost upward rebound / decrease fall drop decline lower down reduce cut shrink plunge slump slide less fewer downturn loss contract downward
win victory beat / lose defeat / draw tie
accept approve agree support back allow permit endorse favour favor welcome / reject refuse oppose deny block ban forbid criticise criticize disagree condemn
buy purchase acquire / sell
start begin open launch / stop end finish close shut halt cease
arrive enter join come return / leave depart quit exit
positive / negative / neutral
good great excellent strong better best / bad poor terrible weak worse worst
large big huge major / small tiny minor
high / low
long / short
old / young new
strong / weak
most / least
majority / minority
agree / disagree
allow / forbid prohibit
help / hinder harm
protect / attack
support / oppose
confirm / deny
praise / criticise criticize
improve / worsen
success / failure
profit / loss
friend ally / enemy foe
easy simple / difficult hard complex
fast quick quickly / slow slowly
early / late
before / after
include / exclude
public / private
always / often / sometimes / rarely / never
all every / some / most / few / none
inside / outside
above over / below under
love like enjoy / hate dislike
remember / forget
hire recruit appoint / fire dismiss sack
arrest detain / release free
kill dead die / injure wound hurt / survive alive
safe / dangerous risky unsafe
rich wealthy / poor
success succeed successful / failure fail unsuccessful
maintain keep / change delete remove
optional / mandatory required
only / also
temporary / permanent
many / few
# second minute hour day week month quarter year decade century
monday tuesday wednesday thursday friday saturday sunday
january february march april @may june july august september october november december
yesterday today tomorrow tonight
morning afternoon evening night noon midnight
spring summer autumn winter
# daily / weekly / monthly / quarterly / annual yearly annually
mother father brother sister son daughter wife husband uncle aunt cousin grandmother grandfather girlfriend boyfriend nephew niece
red blue green yellow pink purple orange black white brown grey
north south east west
northern southern eastern western
# dollar / euro / pound / yen
# mile / kilometre kilometer / metre meter / inch
breakfast lunch dinner
# million / billion / trillion / thousand / hundred`,
  de: `steigen stieg gestiegen zunehmen wachsen mehr höher erhöhen anstieg zuwachs / sinken sank gesunken fallen fiel gefallen abnehmen weniger niedriger senken rückgang kürzen
gewinnen gewann gewonnen sieg / verlieren verlor verloren niederlage
annehmen zustimmen billigen unterstützen erlauben genehmigt / ablehnen abgelehnt ablehnte verbieten verboten
kaufen gekauft / verkaufen verkauft
öffnen eröffnen geöffnet beginnen begonnen starten / schließen geschlossen enden beenden
gut / schlecht
groß / klein
früher / später
vor / nach
immer / selten / nie
alle / einige / keine
# sekunde / minute / stunde / tag tage tagen / woche / monat monate monaten / jahr jahre jahren / jahrzehnt
montag dienstag mittwoch donnerstag freitag samstag sonntag
januar februar märz april mai juni juli august september oktober november dezember
gestern heute morgen
mutter vater bruder schwester sohn tochter frau mann tante onkel
rot blau grün gelb schwarz weiß braun
norden süden osten westen`,
  fr: `augmenter augmente augmenté monter hausse croître plus élever / baisser baisse baissé diminuer diminué chute réduire moins
gagner gagné remporter victoire / perdre perdu défaite
accepter accepté approuver approuvé soutenir autoriser / refuser refusé rejeter rejeté interdire interdit
acheter acheté / vendre vendu
ouvrir ouvert commencer commencé / fermer fermé finir terminer terminé
bon / mauvais
grand / petit
avant / après
toujours / jamais
tous / certains / aucun
# seconde / minute / heure / jour jours / semaine / mois / an ans année / décennie
lundi mardi mercredi jeudi vendredi samedi dimanche
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
hier demain
mère père frère sœur fils fille femme mari tante oncle
rouge bleu vert jaune noir blanc
nord sud est ouest`,
  es: `aumentar aumentó aumento subir subió crecer creció más elevar / bajar bajó disminuir disminuyó caer cayó caída reducir redujo menos
ganar ganó victoria / perder perdió derrota
aceptar aceptó aprobar aprobó apoyar permitir / rechazar rechazó prohibir prohibió negar
comprar compró / vender vendió
abrir abrió abrirá comenzar comenzó empezar / cerrar cerró cerrará terminar terminó
bueno / malo
grande / pequeño
antes / después
siempre / nunca
todos / algunos / ninguno
# segundo / minuto / hora horas / día días / semana / mes meses / año años / década
lunes martes miércoles jueves viernes sábado domingo
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
ayer hoy mañana
madre padre hermano hermana hijo hija esposa marido tía tío
rojo azul verde amarillo negro blanco
norte sur este oeste`,
};
