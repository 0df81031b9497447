import { hashStem } from '../matching/stems.ts';

/**
 * Words that readers ask with and writers answer with: irregular forms, and words for the same thing. One group a line,
 * as short as everyday questions need, one word a stem ("end" stands for "ended").
 */
const RELATED: Readonly<Record<string, string>> = {
  en: `cost price pay paid fee charge worth expensive spend spent bill value
pay paid fund finance sponsor money
earn salary wage pay paid income profit revenue
die died dead death killed victim toll fatal
kill murder shot die died dead death
hurt injure injury wound casualty
win won victory beat champion triumph defeat first
lose lost defeat beaten
score goal point equaliser
opponent rival face play
begin began begun start open launch onset
end stop halt finish over expire last until
close shut closure
open reopen resume back again
buy bought purchase acquire takeover
sell sold sale
take took taken last
make made maker manufacturer produce build
maker manufacturer producer firm company
company firm business maker operator
give gave given donate
get got receive award win won
find found discover detect locate recover
found founder establish create set start
come came arrive
go went gone
see saw seen watch view
hold held
build built construct erect builder design
build built opened construction date
own owner belong possess property
run ran operate manage lead
leave left quit resign depart exit retire
resign quit step retire leave
replace successor succeed
appoint name hire new
lead leader head boss chief run
boss chief executive ceo director head chairman chairwoman
employ employee staff worker workforce job hire
job work post position
say said tell told state claim
tell told inform announce
claim allege assert say said
fall fell fallen drop sink shrink decline decrease slump cut lose
rise rose risen grow grew increase climb gain jump soar
reduce cut lower decrease fewer less
change alter affect become switch
effect affect influence result consequence impact change
cause because due trigger blame lead reason spark
reason because why
break broke broken snap crack fail
fail failure fault break broke
break breakdown out
wrong fault fail problem error mistake
problem trouble difficulty flaw fault issue
damage destroy ruin wreck harm
destroy ruin drown flood lose damage
steal stole stolen theft rob thief
write wrote written author writer
choose chose chosen pick select decide
decide decision vote rule choose
think thought believe view opinion
know knew known aware told
speak spoke speech
teach taught teacher
learn taught teach
catch caught arrest
fight fought oppose
oppose against reject critic
critic complain
reject refuse deny turn
allow permit may let
ban forbid prohibit illegal outlaw
send sent
drive drove driven
eat ate eaten diet food
drink drank drunk
wear wore
hit struck strike
bring brought
keep kept store
meet met
feel felt
sleep slept
throw threw thrown
sing sang sung singer
swim swam
need require must necessary enough
want ask demand call urge seek wish
ask demand call request
suggest propose recommend advise
plan propose intend
help aid assist support
use used employ
work function operate
happen occur follow
expect forecast predict likely estimate
await expect wait
car vehicle driver traffic
truck lorry vehicle
plane aircraft jet flight
ship boat vessel
game match
child children kid pupil boy girl
pupil student school class children
doctor physician surgeon
old age aged birthday born
long length minute hour day week month year
tall height high
heavy weight weigh
fast speed
big large size
far distance away kilometre mile
deep depth
hot temperature degree warm
often frequent time every
next following
previous former last earlier
arrest detain custody
accuse charge allege suspect
suspect arrest charge
guilty convict verdict
convict guilty sentence
jail prison sentence custody
sentence jail prison year
sue lawsuit court damages
judge court rule
law rule regulation act bill
tax duty levy
vote election ballot poll
movie film
photo picture image photograph
phone telephone mobile
house home household building flat
live home house reside
family household relative
fire blaze burn
storm wind gale
flood water rain
electric power
money fund budget
save cut
compensation award damages pay paid
happy glad
young youth teenager
country state nation
town city
near close
visitor visit guest
crowd spectator attendance fan
audience spectator viewer
many number
ticket entry admission fare
free admission cost
practise rehearse train
train practise coach
return back again
live life lifespan
marry wife husband
ill sick disease illness cold
cure treat treatment
drug medicine
study research paper trial experiment
participant subject volunteer people
scientist researcher
result find found show
cook bake prepare
repair fix mend restore
clean wash
delay late postpone
cancel scrap drop call
apologise sorry regret
rescue save
survive alive
find locate trace
respond reply answer react
instead alternative
danger risk threat
safe safety
join member
leave out cancel withdraw
look seek search
police officer
border frontier
amount much
share spread post
fake false hoax
remember recall
retire pension
invite guest
agree deal accord
move relocate transfer
lend loan borrow
owe debt
refund repay back
grow plant
born birth
bury funeral`,
  de: `kostet preis euro wert bezahlt
gestorben starb tot tod tote
gewonnen gewann sieg siegte
beginnt ab start anfang
endet ende bis
gekauft kauft kauf
ausgelöst ursache grund
warum weil grund
entdeckt gefunden fund
gehört besitzer eigentümer
arbeiten mitarbeiter beschäftigte
schuld grund ursache
gebaut errichtet
gesperrt dicht geschlossen
braucht verbraucht
darf dürfen`,
  fr: `coûte coûté prix payer payé euros
mort morts décès décédé tué
gagné remporté victoire vainqueur
commence début démarre ouvre
fin termine achève
cause raison parce
demandent réclament exigent
trouvé découvert
construit bâti
augmente hausse`,
  es: `cuesta costó precio pagó euros
murió muerte fallecido
ganó victoria vencedor triunfo
empieza comienza abre inicio
termina acaba fin
causa motivo porque
descubrió encontró halló
sube aumenta subida`,
  it: `costa prezzo euro pagato
morto morti morte deceduto
vinto vince vittoria
inizia comincia apre
finisce termina
causa motivo perché
trovato scoperto
feriti ferendo`,
  pt: `custa custou preço pago euros
morreu mortos morte
ganhou venceu vitória derrotou bateu
começa início abre
termina acaba fim
causa motivo porque
fechada encerrada`,
  nl: `kost kosten prijs betaald euro
overleden dood doden
won gewonnen winnaar
begint start
eindigt einde tot
oorzaak reden omdat`,
  nb: `koster pris betale kroner
døde død omkom
vant seier
begynner starter åpner
slutter ferdig
årsak grunn fordi
råder anbefaler
skadd skadet`,
  sv: `kostar pris betala kronor
dog döda omkom
vann seger
börjar startar öppnar
slutar klar
orsak skäl eftersom`,
};

const known = new Map<string, ReadonlyMap<number, readonly number[]>>();

/** Hashes of the stems that stand for the same thing as each stem, in one language; made when first asked for. */
export function relatedStems(language: string): ReadonlyMap<number, readonly number[]> {
  let map = known.get(language);
  if (map !== undefined) return map;
  const groups = new Map<number, number[]>();
  for (const line of RELATED[language]?.split('\n') ?? []) {
    const stems = [...new Set(line.split(' ').map((word) => hashStem(word, 0, word.length, language)))];
    for (const stem of stems) groups.set(stem, [...(groups.get(stem) ?? []), ...stems]);
  }
  map = groups;
  known.set(language, map);
  return map;
}
