import { hashStem } from '../matching/stems.ts';

/**
 * Words that readers ask with and writers answer with: irregular forms, and words for the same thing. One group a line,
 * as short as everyday questions need; English alone, where they were tried.
 */
const RELATED: Readonly<Record<string, string>> = {
  en: `cost price pay paid fee charge worth
die died dead death killed
kill killed murder shot
win won victory beat champion triumph
lose lost defeat
begin began begun start open launch
end ended stop halt finish over
close closed shut
buy bought purchase acquire
sell sold sale
take took taken last
make made maker
give gave given
find found discover
come came
go went gone
see saw seen
hold held
build built construct
leave left quit
say said tell told
fall fell fallen drop sink shrink
rise rose risen grow grew increase climb
break broke broken
steal stole stolen theft rob
run ran
write wrote written author
choose chose chosen pick select
get got receive
think thought believe
know knew known
speak spoke
teach taught
catch caught
fight fought
send sent
spend spent
drive drove driven
eat ate eaten
wear wore
hit struck strike
bring brought
keep kept
meet met
feel felt
car vehicle
game match
child children kid pupil
ceo chief executive boss
job work post
doctor physician
old age aged
long length
tall height high
heavy weight weigh
fast speed
big large size
happen occur
cause because
reason because
change alter
help aid
hurt injure injured wound
fire blaze
house home
money fund budget
arrest detain custody
jail prison sentence
film movie
plan propose
near close
school pupil
country state
happy glad
young youth`,
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
