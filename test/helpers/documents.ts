/** Small real files for the readers: made in the test, so that what they hold can be read here. */
import { strToU8, zipSync } from 'fflate';

/** UTF-16BE as a PDF hex string, for the predefined encoding UniGB-UCS2-H. */
function hex(text: string): string {
  return Array.from(text, (ch) => ch.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

export interface PdfLine {
  text: string;
  /** Points from the lower edge of an A4 page. */
  y: number;
}

interface PdfOptions {
  /** Adds an encryption dictionary that the empty password does not open. */
  locked?: boolean;
}

/** A PDF whose Chinese font is not embedded: its text needs the character maps. Each line starts 50 pt from the left. */
export function makePdf(pages: PdfLine[][], { locked = false }: PdfOptions = {}): Uint8Array {
  const first = 7;
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`,
    ...pages.flatMap((lines, i) => {
      const text = lines.map(({ text, y }) => `1 0 0 1 50 ${y} Tm <${hex(text)}> Tj`).join('\n');
      const content = `BT /F1 12 Tf\n${text}\nET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + i * 2 + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  const encrypt = locked ? ` /Encrypt 6 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]` : '';
  return pdfOf(objects, encrypt);
}

/** A one-page PDF in Helvetica, which viewers have themselves and the file does not hold. ASCII only. */
export function makePlainPdf(lines: string[]): Uint8Array {
  const text = lines.map((line, i) => `1 0 0 1 50 ${780 - i * 20} Tm (${line.replace(/[()\\]/g, '\\$&')}) Tj`);
  const content = `BT /F1 11 Tf\n${text.join('\n')}\nET`;
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]);
}

/** The file of numbered objects, the first of them the catalogue. */
function pdfOf(objects: string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return strToU8(file, true);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document whose body is the WordprocessingML given. */
export function makeDocx(body: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`${XML}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`),
  });
}

export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const GB2312 = new TextDecoder('gb18030');
/** Two-byte GB18030, enough for common Chinese text: the inverse of the decoder. */
export function toGb18030(text: string): Uint8Array {
  const bytes = new Map<string, [number, number]>();
  for (let high = 0xa1; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) bytes.set(GB2312.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array(Array.from(text, (ch) => bytes.get(ch) ?? [ch.charCodeAt(0)]).flat());
}
