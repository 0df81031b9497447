import type { Check } from './check.ts';
import { DELIVERY_CHECKS } from './delivery-checks.ts';
import { SERVICE_CHECKS } from './service-checks.ts';
import { SITE_CHECKS, WRITE_CHECK } from './site-checks.ts';

/** In the order in which they are told: what explains the others comes first. */
export const CHECKS: readonly Check[] = [...SERVICE_CHECKS, ...DELIVERY_CHECKS, ...SITE_CHECKS, WRITE_CHECK];
