/** A summary as far as this looks at it, whether it was made here or came over the network. */
interface AbstractSource {
  text: string;
  label: { text: string; aiGenerated: boolean };
  sentences: readonly { offset: number | null }[];
}

/**
 * What JSON-LD says of an article's summary. One that a model wrote is a work of its own besides, since how it came about
 * is told of a work: schema.org's `digitalSourceType`, with IPTC's term for what a trained model made.
 */
export function describeAbstract(summary: AbstractSource): object {
  const { text, label } = summary;
  if (!label.aiGenerated) return { abstract: text };
  // A sentence of the article in the place of one that did not pass makes it a composite.
  const isComposite = summary.sentences.some(({ offset }) => offset !== null);
  const term = isComposite ? 'CompositeWithTrainedAlgorithmicMedia' : 'TrainedAlgorithmicMedia';
  return {
    abstract: text,
    hasPart: {
      '@type': 'CreativeWork',
      text,
      creditText: label.text,
      digitalSourceType: `https://schema.org/${term}DigitalSource`,
    },
  };
}
