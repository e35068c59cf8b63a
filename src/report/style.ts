/** The one style sheet of the exported web page. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1f2430;--soft:#5a6170;--line:#dcd8cf;--severe:#8c2f1b;--serious:#8a5a00;--minor:#35557a;--promise:#1f6b43}
@media screen and (prefers-color-scheme:dark){:root{--paper:#191b1f;--ink:#e8e6e1;--soft:#a7adb8;--line:#3a3e46;--severe:#f0a08c;--serious:#f0c060;--minor:#a3c4ea;--promise:#86d3a6}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.7 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
:lang(zh-TW) body,body:lang(zh-TW){font-family:system-ui,-apple-system,"Segoe UI","PingFang TC","Microsoft JhengHei","Noto Sans CJK TC",sans-serif}
main{max-width:760px;margin:0 auto;padding:32px 20px 48px}
h1{font-size:26px;line-height:1.3;margin:0 0 16px}
h2{font-size:19px;line-height:1.4;margin:36px 0 12px;padding-bottom:6px;border-bottom:1px solid var(--line)}
h3{font-size:16px;line-height:1.5;margin:0 0 4px}
h1.chapter{margin:56px 0 16px;padding-top:20px;border-top:3px solid var(--line);font-size:23px}
.contents{margin:0 0 8px;padding-left:22px}
.contents li{margin-bottom:8px}
a{color:inherit}
dl,dd,ul,p{margin:0}
ul{padding-left:22px}
.brand{color:var(--soft);font-size:14px;letter-spacing:.08em}
.headline{font-size:18px;line-height:1.5;margin:0 0 10px}
.headline+.headline{font-size:15px}
.facts>div,.details>div{display:grid;grid-template-columns:128px 1fr;gap:12px;padding:3px 0}
.facts dt,.details dt,.where{color:var(--soft);font-size:14px}
.answers dt{font-weight:600;margin-top:12px}
article{margin:0 0 28px}
blockquote{margin:8px 0 10px;padding:4px 0 4px 14px;white-space:pre-line;border-left:5px solid var(--minor)}
blockquote.severe{border-left-color:var(--severe)}
blockquote.serious{border-left:6px double var(--serious)}
blockquote.minor{border-left:4px dotted var(--minor)}
blockquote.promise{border:1px solid var(--promise);padding:6px 14px;border-radius:4px}
.unread{border:1px solid var(--serious);border-radius:6px;padding:4px 18px 14px;margin-top:24px}
.unread h2{border:0;margin:10px 0 4px}
footer{margin-top:40px;padding-top:12px;border-top:1px solid var(--line);color:var(--soft);font-size:14px}
@page{size:A4;margin:18mm 16mm}
@media print{body{font-size:10.5pt;line-height:1.5}main{max-width:none;padding:0}h2{margin-top:22pt}h1,h2,h3,.where{break-after:avoid}article,.answers dd,.unread{break-inside:avoid}}
@media (max-width:480px){.facts>div,.details>div{grid-template-columns:1fr;gap:0}}
`;

/** SHA-256 of `STYLE`, base64, for the page's policy; a test holds it to the text above. */
export const STYLE_SHA256 = 'uyJ4GeqrjWzTS8/Qu99m29XFczoP/SUFKIuN2jMm6oo=';
