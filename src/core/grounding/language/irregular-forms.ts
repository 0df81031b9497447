/** English forms that no rule brings back to their base, `form:base`. */
const FORMS =
  'fell:fall fallen:fall rose:rise risen:rise went:go gone:go said:say told:tell met:meet won:win lost:lose began:begin begun:begin came:come saw:see seen:see gave:give given:give took:take taken:take found:find left:leave made:make kept:keep held:hold led:lead sent:send spent:spend bought:buy sold:sell built:build thought:think brought:bring grew:grow grown:grow knew:know known:know felt:feel got:get ran:run wrote:write written:write spoke:speak spoken:speak paid:pay lower:low lowest:low higher:high highest:high larger:large largest:large smaller:small smallest:small bigger:big biggest:big older:old oldest:old younger:young youngest:young longer:long longest:long shorter:short shortest:short stronger:strong strongest:strong weaker:weak weakest:weak faster:fast fastest:fast slower:slow slowest:slow earlier:early earliest:early later:late latest:late better:good worse:bad best:good worst:bad men:man women:woman children:child was:be were:be is:be are:be been:be has:have had:have does:do did:do';

export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(
  FORMS.split(' ').map((pair) => pair.split(':') as [string, string]),
);
