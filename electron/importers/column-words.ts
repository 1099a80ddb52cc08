import type { CaseTarget } from '../../shared/domain/case.ts';

/** What columns are called in the systems people come from, the likelier names first. Spelled as `plainHeader` does. */
const WORDS: readonly (readonly [CaseTarget, string])[] = [
  [
    'externalKey',
    'case number|ticket number|case no|ticket no|ticket|case|wo no|wo|incident number|work order number|case id|ticket id|incident id|' +
      'complaint id|issue key|issue id|work order|work order id|wo number|request id|number|key|' +
      'id|uid|external id|reference|ref|no|nr|sys id|شناسه|شماره تیکت|شماره پرونده|شماره سفارش|' +
      'شماره درخواست|شماره مورد|کد رهگیری|شماره|کد|工单编号|工单号|案例编号|案例号|投诉编号|单号|票号|编号|序号|หมายเลขเคส|' +
      'หมายเลขใบงาน|เลขที่ใบงาน|รหัสเคส|เลขที่|หมายเลข|รหัส',
  ],
  [
    'title',
    'subject|title|short description|summary|short text|shorttext|original shorttext|' +
      'original short text|headline|name|ticket subject|case subject|topic|عنوان|موضوع|خلاصه|标题|' +
      '主题|摘要|概述|หัวข้อ|ชื่อเรื่อง|เรื่อง|หัวเรื่อง',
  ],
  [
    'description',
    'description text|description|long description|problem description|issue description|' +
      'details|consumer complaint narrative|complaint narrative|narrative|complaints|complaint|' +
      'problem|issue|long text|longtext|body|message|text|content|comments|comment|question|' +
      'شرح مشکل|شرح|توضیحات|توضیح|مشکل|شکایت|متن|问题描述|故障描述|投诉内容|描述|详情|内容|说明|问题|รายละเอียด|' +
      'คำอธิบาย|อาการ|ปัญหา|ข้อความ',
  ],
  [
    'resolution',
    'resolution|resolution notes|resolution description|solution|close notes|closing notes|' +
      'action taken|actions taken|corrective action|work done|remedy|fix|answer|response|راه حل|' +
      'اقدام انجام شده|اقدامات|اقدام|نتیجه|پاسخ|解决方案|解决办法|解决方法|处理结果|处理措施|处理方法|回复|答复|วิธีแก้ไข|' +
      'แนวทางแก้ไข|การแก้ไข|ผลการแก้ไข|วิธีแก้ปัญหา|คำตอบ',
  ],
  [
    'customerName',
    'customer name|customer|account name|account|company name|company|client name|client|' +
      'organization|organisation|organization name|requester name|requester|contact name|contact|' +
      'نام مشتری|مشتری|نام شرکت|شرکت|客户名称|客户|公司|单位|ชื่อลูกค้า|ลูกค้า|บริษัท',
  ],
  [
    'product',
    'product name|product|asset name|asset|equipment|machine|device|model|vehicle|' +
      'configuration item|item|part number|component|نام محصول|محصول|دستگاه|تجهیز|تجهیزات|کالا|' +
      '产品名称|产品|设备名称|设备|型号|ผลิตภัณฑ์|สินค้า|อุปกรณ์|เครื่องจักร|เครื่อง|รุ่น',
  ],
  [
    'openedAt',
    'opened at|created at|opened|created|created date|creation date|date created|created on|' +
      'createddate|open date|date opened|date received|received|reported at|reported|start date|' +
      'bsc start date|date time|datetime|date|تاریخ ثبت|تاریخ ایجاد|تاریخ شروع|تاریخ باز شدن|' +
      'تاریخ اعلام|تاریخ|创建时间|创建日期|提交时间|报修时间|开始时间|受理时间|日期|时间|วันที่สร้าง|วันที่แจ้ง|วันที่เปิด|' +
      'วันที่รับเรื่อง|วันที่',
  ],
  [
    'closedAt',
    'closed at|closed|closed date|closeddate|close date|date closed|closed on|resolved at|' +
      'resolved|resolved date|resolution date|solved at|completed at|completed|end date|' +
      'finish date|تاریخ بسته شدن|تاریخ بستن|تاریخ پایان|تاریخ اتمام|تاریخ حل|关闭时间|关闭日期|完成时间|结束时间|' +
      '解决时间|解决日期|วันที่ปิด|วันที่เสร็จ|วันที่แก้ไข|วันที่สิ้นสุด',
  ],
  ['status', 'status|state|case status|ticket status|وضعیت|状态|สถานะ'],
  ['priority', 'priority|severity|urgency|اولویت|فوریت|优先级|紧急程度|ความสำคัญ|ลำดับความสำคัญ|ความเร่งด่วน'],
  [
    'channel',
    'channel|origin|case origin|via channel|via|submitted via|contact type|source channel|کانال|' +
      'روش تماس|渠道|来源|ช่องทาง',
  ],
  ['language', 'language|lang|locale|زبان|语言|ภาษา'],
  ['tags', 'tags|labels|keywords|tag|برچسب ها|برچسبها|برچسب|标签|关键词|แท็ก|ป้ายกำกับ'],
];

export const COLUMN_WORDS: readonly (readonly [CaseTarget, readonly string[]])[] = WORDS.map(
  ([target, words]) => [target, words.split('|')],
);

/** Parts of longer names, for columns that are called nothing we know: "Asset / Pump", "Ticket-Nr. (intern)". */
export const COLUMN_PARTS: readonly (readonly [CaseTarget, RegExp])[] = [
  [
    'externalKey',
    /^(?!.*\b(customer|account|parent|user|phone|serial|part|group|contact)\b).*\b(case|ticket|incident|wo|order|job|request|complaint|claim|notification|issue|record|report)\b.*\b(no|nr|num|number|id|key|code)\b|شماره|شناسه|编号|单号|เลขที่|หมายเลข|รหัส/,
  ],
  ['title', /\b(subject|title|short text|short description|headline)\b|عنوان|موضوع|标题|主题|หัวข้อ|ชื่อเรื่อง/],
  [
    'description',
    /\b(description|narrative|details|long text|what happened|symptoms?|complaint)\b|شرح|توضیح|描述|内容|รายละเอียด|อาการ/,
  ],
  [
    'resolution',
    /\b(resolution|solution|action taken|corrective|remedy|how it (ended|was solved|was fixed))\b|راه حل|اقدام|解决|处理|แก้ไข/,
  ],
  ['customerName', /\b(customer|company|account name|site)\b(?!.*\bid\b)|مشتری|شرکت|客户|公司|ลูกค้า|บริษัท/],
  [
    'product',
    /\b(product|asset|equipment|machine|device|model)\b(?!.*\bid\b)|محصول|دستگاه|产品|设备|สินค้า|อุปกรณ์|เครื่อง/,
  ],
  ['closedAt', /\b(closed|resolved|completed|finished|solved)\b|بسته|پایان|关闭|完成|结束|ปิด|เสร็จ/],
  [
    'openedAt',
    /^(?!.*\b(due|updated?|modified|changed|synced|last)\b).*\b(opened|created|received|reported|start|date)\b|تاریخ|日期|时间|วันที่/,
  ],
  ['status', /\bstatus\b|وضعیت|状态|สถานะ/],
  ['priority', /\b(prio|priority|severity|urgency)\b|اولویت|优先|ความสำคัญ/],
  ['tags', /\b(tags|labels|keywords)\b|برچسب|标签|แท็ก/],
];

/** A header without what differs between systems: case, camelCase, underscores, Arabic letters for Persian ones. */
export function plainHeader(header: string): string {
  return (
    header
      .normalize('NFKC')
      // Salesforce ends the names of custom fields in __c.
      .replace(/__c$/i, '')
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replaceAll('ي', 'ی')
      .replaceAll('ك', 'ک')
      .replace(/[\u200b-\u200f\u2060\ufeff]/g, ' ')
      .replace(/[_\-.:#/\\()[\]*]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
