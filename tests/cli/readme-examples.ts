import { readFileSync } from 'node:fs';

export interface ReadmeExample {
  command: string;
  /** The block that follows the command; undefined where the page shows no answer. */
  answer: string | undefined;
}

/** The shell blocks of a page that call the service, each with the answer that the page shows for it. */
export function readExamples(path: string): ReadmeExample[] {
  const page = readFileSync(path, 'utf8');
  const blocks = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$(?:\n+^```(\w*)\n([\s\S]*?)^```$)?/gmu)];
  return blocks.flatMap(([, language, command = '', answerLanguage, answer]) => {
    if (language !== 'sh' || !command.startsWith('curl')) return [];
    return [{ command: command.trim(), answer: answerLanguage === 'sh' ? undefined : answer?.trim() }];
  });
}
