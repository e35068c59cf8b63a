/** Kinds of sentence that are never findings (TAXONOMY.md, rulings on effect), as patterns. They stop every rule, so each is narrow. */
import type { Effect } from '../types.ts';
import type { SentenceFlag } from './types.ts';

export interface FlagRule {
  flag: SentenceFlag;
  /** Sequences; one of them must match the sentence. */
  any?: string[];
  /** None of these may match the sentence. */
  except?: string[];
  /** One of these must match the lead-in. */
  lead?: string[];
  /** Stops only findings of this effect; all of them without it. */
  stops?: Effect;
  /** Stops what the model alone finds too. */
  silencesModel?: boolean;
}

export const FLAGS: readonly FlagRule[] = [
  // "关联公司是指…", "Affiliate means …"
  {
    flag: 'definition',
    any: [
      '"是指"|"系指"|"指的是"|"意指"|"定义为"',
      '"：" + "指"',
      '"一种" ..20 "工具"|"技术工具"',
      '"means any"|"means the"|"means a"|"shall mean"|"refers to"|"is defined as"|"have the meaning"|"has the meaning"',
    ],
    except: ['IRREVOCABLE', 'DEEMED ..8 ACCEPT', '"you" ..4 DEEMED'],
    silencesModel: true,
  },
  // Items of "以下情形无需征得您的同意": national security, public health …
  {
    flag: 'statutory',
    any: [
      'PUBLIC_INTEREST ..24 "直接相关"|"直接有关"|"有关的"|"相关的"|"所必需"|"必需"',
      '"与" ..3 PUBLIC_INTEREST',
      '"难以"|"很难"|"无法" ..3 "得到"|"取得"|"获得"|"征得" ..6!COMMA "同意"',
      '"自行" ..5 "公开" ..4 "信息"',
      '"合法" ..2 "公开" ..8 "信息"|"披露"|"收集"|"处理"|"渠道"',
      '"法定职责"|"法定义务" ..4 "必需"|"所必需"',
      '"新闻" ..20 "必需"|"必要"|"合理"',
      '"学术" ..24 "必要"|"去标识化"|"公共利益"',
    ],
    except: ['IRREVOCABLE', 'AFFILIATE', '"安全" ... "sdk"'],
  },
  {
    flag: 'statutory',
    any: [
      '"以下"|"下列"|"如下" ..30 "无需"|"无须"|"不需"|"不必" ..6 "征得"|"取得"|"获得"|"征求" ..8 "同意"|"授权"',
      '"依法"|"法律"|"法律法规" ..10 "无需"|"无须"|"不需" ..4 "征得"|"取得"|"获得" ..6 "同意"|"授权"',
    ],
    except: ['IRREVOCABLE', '"单独同意"'],
  },
  {
    flag: 'statutory',
    lead: ['"无需"|"无须"|"不需"|"不必" ..6 "征得"|"取得"|"获得"|"征求" ..8 "同意"|"授权"'],
    except: ['AFFILIATE|PARTNER', 'IRREVOCABLE'],
  },
  // How to turn a permission or a message off
  {
    flag: 'switch-off',
    silencesModel: true,
    any: [
      '^READER ..3 "可以"|"可"|"有权"|"还可以"|"也可以" ..40 SWITCH_OFF',
      '^"如"|"若"|"如果" ..2 READER ..6 "不希望"|"不想"|"不愿意"|"不愿"|"不再希望"|"需要" ..40 SWITCH_OFF',
      '"路径" ..20 SWITCH_OFF',
      '^"如"|"若"|"如果" ..2 READER ..4 "想"|"希望"|"需要" ..3 "更改"|"修改"|"变更" ..40 "设置"',
      '"控制"|"设置" ..3 "他人"|"别人"|"谁" ..4 "看到"|"查看"',
      '"如需"|"如要"|"若要"|"如果要" ..12 "请" ..1 "进入"|"前往"|"打开" ..4 "设置"',
      '^READER ..3 "can"|"may" ..4 "opt out"|"unsubscribe"|"turn off"|"disable"|"ask us to stop"|"ask us"|"object to"|"change your settings"|"deactivate"',
      '"if you" ..3 "no longer wish"|"do not wish"|"wish to stop"|"prefer not" ..20 "unsubscribe"|"opt out"|"contact us"|"stop"',
      '"to" ..1 "opt out"|"unsubscribe"|"cancel" ..12 "reply"|"click"|"follow"|"contact"|"visit"',
    ],
    except: [
      '"授权"|"允许" ..2 WE',
      'NOT_ACCEPT',
      'GOES_ON',
      '"可能" ..4 SWITCH_OFF',
      'IRREVOCABLE',
      '"但" ... "无法" ..6 WHOLE_SERVICE',
      'READ|SHARE ... READER ..3 "可以"',
      '"but"|"however" ..3 "we" ..3 "may"|"will"|"can"',
      '"services"|"app" ..4 "do not use"',
    ],
  },
  // Items of "不得从事下列活动：", whoever it binds
  {
    flag: 'forbidden',
    stops: 'grants',
    lead: [
      '"不得"|"禁止"|"严禁"|"不能"|"不应"|"不可"|"承诺不" ..10!COMMA "以下"|"下列"|"如下"|"上述" ..2 "行为"|"活动"|"事项"|"业务"|"内容"',
      '"must not"|"may not"|"shall not"|"prohibited from" ..6 "any of the following"|"the following"',
      'NEG ..1 "做" ..2 "事"|"事情"',
      'NEG ..2 LISTED ..1 "操作"|"行为"|"事情"|"做法"',
      'WE|PLATFORM|LENDER|"甲方"|"本公司" ..4 "不会"|"不"|"绝不"|"决不"|"承诺不"|"保证不" + "："',
      '"forbids"|"forbidden"|"prohibited"|"prohibits"|"harassment" ... "："|":"',
      '"never do"|"will not do"|"do not do"|"won\'t do"',
    ],
    except: ['IRREVOCABLE'],
  },
  // Lead-ins that leave it to their items what nobody may do: "催收公司不得："
  {
    flag: 'forbidden',
    stops: 'grants',
    any: ['NEG ..1 "："'],
    except: ['IRREVOCABLE', 'EXCEPT'],
  },
  { flag: 'forbidden', stops: 'grants', lead: ['NEG ..1 "："'], except: ['IRREVOCABLE', 'EXCEPT'] },
  // It is not that it is not done
  {
    flag: 'no-warrant',
    stops: 'limits',
    any: ['"并非"|"不是"|"并不是" + "不"|WILL_NOT ..12!COMMA =SHARE|REACH|READ|TELL'],
  },
  // Nobody can warrant that others will not do it: no promise
  {
    flag: 'no-warrant',
    stops: 'limits',
    silencesModel: true,
    any: [
      '"无法"|"不能"|"难以"|"不"|"并不" ..2 "保证"|"确保"|"确保您"|"担保" ..40!COMMA NEG',
      '"cannot"|"can\'t"|"not" ..2 "promise"|"guarantee"|"warrant"|"ensure" ..20!COMMA NEG',
    ],
    except: ['NEG ..40 COMMA ... "无法"|"不能"|"难以"|"并不"'],
  },
  // News of what somebody did: "某App因违规收集…被通报", "警方提醒"
  {
    flag: 'report',
    silencesModel: true,
    any: [
      '"被" ..2 "通报"|"点名"|"下架"|"查处"',
      '"责令" ..6 "整改"|"改正"',
      '"记者"|"警方"|"民警"|"专家" ..12!COMMA "表示"|"提醒"|"介绍"|"指出"|"提示"',
      '"骗子"|"诈骗分子"|"犯罪嫌疑人"',
      '"调查"|"数据"|"统计"|"研究"|"报告" ..2 "显示"|"表明"|"发现"',
      '"受访者"|"网友"|"市民"|"很多人"|"不少人"|"许多人"',
    ],
    except: ['READER', 'WE'],
  },
  // What is asked in a list of questions; the answer says what is done
  {
    flag: 'question',
    silencesModel: true,
    any: ['^"问" + "："|":"'],
    except: ['"答" + "："|":"'],
  },
  // What other users upload
  {
    flag: 'other-users',
    any: [
      '"其他用户"|"其它用户"|"他人"|"好友" ..8 "上传"|"发布"|"评论"|"晒单"|"分享" ..20 "信息"|"照片"|"图片"|"视频"|"内容"',
    ],
    except: ['OVERDUE|BREACH', '"追索"|"催收"'],
  },
  // Children and their guardians
  {
    flag: 'guardian',
    any: [
      '"监护人"|"未成年人"|"未满"|"儿童"|"法定代理人"',
      '"children under"|"under the age"|"under 18"|"under eighteen"|"parent or guardian"|"parental consent"|"parents or guardians"|"intended for children"|"directed at children"|"directed to children"|"from children"|"from minors"|"a minor"|"your child"',
    ],
    except: [
      'READER + NOT_ACCEPT',
      'IRREVOCABLE',
      'WAIVES',
      'CONTACT',
      'OVERDUE',
      'BREACH',
      '"子女"|"催收"|"共同借款人"|"连带"',
    ],
  },
  // Anonymous or aggregate data
  {
    flag: 'anonymous',
    any: [
      '"匿名化"|"匿名" ..3 "处理"|"数据"|"信息"|"方式"|"形式"|"后"',
      '"无法"|"不能" ..2 "识别" ..4 "个人"|"自然人"|"主体"|"身份" & "无法复原"|"复原"|"统计"|"匿名"',
      '"无法" ..1 "复原"',
      '"统计信息"|"统计数据"|"统计资料" ..6 "不包括"|"不包含"|"不含" ..6 "个人信息"',
      '"aggregated"|"aggregate"|"anonymised"|"anonymized"|"anonymous"|"de-identified"|"deidentified"|"non-identifiable"|"cannot be used to identify" ..8 "information"|"data"|"statistics"|"form"|"format"|"basis"|"manner"|"reports"',
    ],
    except: ['~SHARE', '~DISCLOSE', '"匿名" ..2 "标识"', '"不会" ..3 "提供"'],
  },
  // "完成合并、收购或资产转让而将您的信息转移给他人": who is bought takes the data along
  {
    flag: 'merger',
    any: [
      'MERGER ..30 "转移"|"披露"|"转让"|"提供"|"共享"|SHARE|GIVES',
      'SHARE|GIVES|"transferred"|"disclosed" ..30 MERGER',
    ],
    except: [
      'PARTNER|VENDOR|SDK|MERCHANT|ADVERTISER|AFFILIATE|COLLECTION_FIRM|COLLECTING|BUREAU|CONTACT|KIN|DEBT',
      'IRREVOCABLE',
      'DEEMED ..8 ACCEPT',
    ],
    silencesModel: true,
  },
  // Binds the lender or investor only
  {
    flag: 'lender-only',
    any: ['^INVESTOR|LENDER ..6 "同意"|"授权"|"承诺"|"保证"|"应"|"应当"|"不得"|"需"|"确认"|"了解"|"理解"'],
    except: ['READER', '"催收"|"催款"|"催告"|"追缴"|"委托"|"征信"'],
  },
];
