import type { DeskFrame } from '../../pages/desk/desk-document.tsx';
import type { Context, Dependencies } from '../context.ts';
import type { Editor } from './session.ts';
import { voiceOf } from './voice.ts';

export async function frameOf(
  dependencies: Dependencies,
  context: Context,
  editor?: Editor,
): Promise<DeskFrame> {
  const voice = await voiceOf(dependencies, context);
  return { ...voice, publicationName: dependencies.settings.publicationName, editor: editor?.name };
}
