import { describe, expect, it } from 'vitest';
import { linesOf, plainText } from './plainText.js';

describe('a text written in HTML', () => {
  it('becomes what a reader sees, without tags, entities and superfluous blanks', () => {
    expect(plainText('<p style="color:red">Сколько&nbsp;вам <b>лет</b>?</p>\r\n')).toBe('Сколько вам лет?');
    expect(plainText('&laquo;Абай&raquo; &#8211; A&amp;B &#x49; &lt;5 &hellip;')).toBe('«Абай» – A&B I <5 …');
    expect(plainText('Tom &amp;lt; Ann &unknown; &#0; 100&')).toBe('Tom &lt; Ann &unknown; 100&');
  });

  it('keeps its lines', () => {
    expect(linesOf('<div>One<br/>two</div>\n<ul><li>three</li><li>four\nfive</li></ul>')).toEqual([
      'One',
      'two',
      'three',
      'four five',
    ]);
  });

  it('loses what is not for readers', () => {
    expect(plainText('a<script>if (1 < 2) { alert("</p>") }</SCRIPT >b<!-- c > d -->e<style>p{}</style>f')).toBe('abef');
    expect(plainText('a<script>never closed')).toBe('a');
    expect(plainText('<img src="x" onerror="alert(1)">Picture')).toBe('Picture');
  });

  it('keeps brackets that open no tag', () => {
    expect(plainText('a < b, 3<4, <3 and a <b')).toBe('a < b, 3<4, <3 and a <b');
  });

  it.each(['<', '<a', '<!--', '<script>', '<script></script>', '&#', '&amp;', ' <p', '<p>'])(
    'is read in one go, whatever it repeats: %s',
    (part) => {
      const begun = performance.now();
      plainText(part.repeat(1_000_000 / part.length));
      expect(performance.now() - begun).toBeLessThan(10_000);
    },
  );
});
