import type { SplitSource } from '../folder/front-matter.ts';
import type { ContentFile, ContentFolder } from '../folder/list-files.ts';
import type { RawArticle } from '../import-item.ts';

export interface SystemOptions {
  /** Where the site stands; without it articles are ours to show. */
  baseUrl: string | undefined;
  /** Pattern of addresses, for sites whose configuration does not tell. */
  permalink: string | undefined;
  /** IANA name; times without a zone are in it. The site's own setting wins. */
  zone: string | undefined;
}

/** What a system makes of one file. */
export type Reading =
  | { kind: 'article'; raw: RawArticle; notes: string[] }
  | { kind: 'left-out'; reason: string };

/** A site of one system, opened: its configuration is read. */
export interface OpenSite {
  read(file: ContentFile, source: SplitSource): Reading;
}

/** One publishing system: what it publishes, at which address, and what its marks turn into. */
export interface FolderSystem {
  name: string;
  /** Opens the folder if it is this system's; undefined where it is not. */
  open(content: ContentFolder, options: SystemOptions): Promise<OpenSite | undefined>;
}
