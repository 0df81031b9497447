/** Text in which back-ticks mark code. */
export function Inline({ text }: { text: string }) {
  return <>{text.split('`').map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>))}</>;
}

export function Prose({ text }: { text: string }) {
  return (
    <p>
      <Inline text={text} />
    </p>
  );
}
