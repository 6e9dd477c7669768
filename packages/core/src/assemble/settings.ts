import type { Settings } from '../model/documents.generated.ts';
import type { HandbookSource } from '../model/source.generated.ts';

/** The per-format choices of handbook.yaml with every default filled in: the one place that does. */
export function settingsOf(data: Partial<HandbookSource>): Settings {
  const { pdf = {}, epub = {}, html = {}, review = {}, typography } = data;
  return {
    ...(typography === 'smart' ? { typography } : {}),
    pdf: {
      page: pdf.page ?? 'A4',
      standard: pdf.standard ?? 'PDF/UA-1',
      bleed: pdf.bleed ?? 0,
      ...(pdf.attach === false ? { attach: false } : {}),
      fonts: pdf.fonts ?? [],
    },
    epub: {
      fonts: epub.fonts ?? [],
      ...(epub.conformsTo === undefined ? {} : { conformsTo: epub.conformsTo }),
      ...(epub.certifiedBy === undefined ? {} : { certifiedBy: epub.certifiedBy }),
    },
    html,
    review: { required: review.required ?? false },
  };
}
