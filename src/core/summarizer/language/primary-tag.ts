/** "pt-BR" -> "pt"; undefined for an empty or undetermined tag. */
export function primaryTag(language: string | undefined): string | undefined {
  const tag = language?.trim().split(/[-_]/u)[0]?.toLowerCase();
  return tag === undefined || tag === '' || tag === 'und' ? undefined : tag;
}
