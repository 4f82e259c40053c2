//! Phrases of page furniture: what publishers' templates put around a story.
//!
//! Phrases are compared in small letters, with straight apostrophes, single
//! spaces, and without marks and arrows at the ends. Calls to action that may
//! belong to a story ("Log on to …", "Visit …", "Call 101") are not here.

use onrecord_core::layers::{ZoneKind, ZoneSubtype};

/// Longer lines are prose.
const LONGEST: usize = 300;
/// Longer lines are no single phrase.
const LONGEST_PHRASE: usize = 140;

/// What a line of furniture says about the lines behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opens {
    /// Nothing.
    Nothing,
    /// The headline of another article follows.
    Link,
    /// A list of links follows, to the next paragraph of prose.
    Links,
    /// A caption follows.
    Caption,
    /// The owner of a picture follows.
    Credit,
    /// The story is over; what follows is for editors.
    Rest,
}

/// What a line is, if it is furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Furniture {
    pub(crate) kind: ZoneKind,
    pub(crate) subtype: Option<ZoneSubtype>,
    pub(crate) opens: Opens,
}

struct Group {
    found: Furniture,
    /// Sorted.
    whole: &'static [&'static str],
    /// Beginnings of a short line.
    prefix: &'static [&'static str],
    /// Anywhere in a line that is no long prose.
    inside: &'static [&'static str],
}

const fn boilerplate(subtype: Option<ZoneSubtype>, opens: Opens) -> Furniture {
    Furniture {
        kind: ZoneKind::Boilerplate,
        subtype,
        opens,
    }
}

/// What `line` is, if it is furniture. `ends_sentence` says whether it ends in
/// a full stop, which a label does not.
pub(crate) fn furniture(line: &str, ends_sentence: bool) -> Option<Furniture> {
    if line.len() > LONGEST {
        return None;
    }
    let phrase = normalise(line);
    let phrase = phrase.as_str();
    if phrase.is_empty() {
        return None;
    }
    let short = phrase.len() <= LONGEST_PHRASE;
    let known = GROUPS.iter().find(|group| {
        group.whole.binary_search(&phrase).is_ok()
            || short && group.prefix.iter().any(|prefix| phrase.starts_with(prefix))
            || group.inside.iter().any(|inside| phrase.contains(inside))
    });
    if let Some(group) = known {
        return Some(group.found);
    }
    if is_counter(phrase) {
        return Some(boilerplate(
            Some(ZoneSubtype::EngagementPrompt),
            Opens::Nothing,
        ));
    }
    if is_promo(phrase, ends_sentence) {
        return Some(boilerplate(
            Some(ZoneSubtype::NewsletterPromo),
            Opens::Nothing,
        ));
    }
    if !ends_sentence && is_credit(phrase) {
        return Some(boilerplate(None, Opens::Nothing));
    }
    is_teaser(line).then_some(Furniture {
        kind: ZoneKind::Related,
        subtype: None,
        opens: Opens::Nothing,
    })
}

fn normalise(line: &str) -> String {
    let edge = |c: char| !c.is_alphanumeric() && !matches!(c, '©' | '@' | '(');
    let mut phrase = String::with_capacity(line.len());
    for word in line.trim_matches(edge).split_whitespace() {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.extend(word.chars().map(|c| match c {
            '’' | '‘' | '`' => '\'',
            c => c.to_ascii_lowercase(),
        }));
    }
    phrase
}

/// `12 comments`, `3 shares`.
fn is_counter(phrase: &str) -> bool {
    let Some((number, what)) = phrase.split_once(' ') else {
        return false;
    };
    is_count(number)
        && matches!(
            what,
            "comment" | "comments" | "share" | "shares" | "likes" | "views" | "reactions"
        )
}

/// `1,204`, `1.2k`
pub(crate) fn is_count(line: &str) -> bool {
    let numeral = |byte: u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'k' | b'K');
    line.starts_with(|c: char| c.is_ascii_digit()) && line.len() <= 7 && line.bytes().all(numeral)
}

/// `Ann Lee/Getty Images`
fn is_credit(phrase: &str) -> bool {
    let owner = phrase.rsplit('/').next().unwrap_or_default().trim();
    let short = phrase.len() <= 60 && owner.len() < phrase.len() && !phrase.contains(". ");
    let agency = matches!(
        owner,
        "afp"
            | "alamy"
            | "ap"
            | "epa"
            | "getty"
            | "getty images"
            | "pa"
            | "pa wire"
            | "reuters"
            | "rex"
            | "shutterstock"
    );
    short && agency || phrase.len() <= 60 && phrase.ends_with("via getty images")
}

/// A newsletter is offered, not reported on.
fn is_promo(phrase: &str, ends_sentence: bool) -> bool {
    let asks = ["sign up", "subscribe", "get ", "join ", "stay ", "receive "]
        .iter()
        .any(|verb| phrase.starts_with(verb))
        || ["sign up here", "sign up now", "subscribe here"]
            .iter()
            .any(|link| phrase.ends_with(link));
    let offers = [
        "newsletter",
        "bulletin",
        "email alert",
        "e-mail alert",
        "daily email",
        "breaking news",
        "latest news",
        "news alerts",
    ];
    let offered = offers.iter().any(|offer| phrase.contains(offer));
    let label = !ends_sentence && phrase.contains("newsletter") && phrase.len() <= 80;
    offered && (asks || label)
}

/// `READ MORE: …` with the headline on the same line.
fn is_teaser(line: &str) -> bool {
    let Some((label, rest)) = line.split_once(':') else {
        return false;
    };
    // A word in running text has no colon and small letters.
    let label = label.trim_matches(|c: char| !c.is_alphanumeric());
    let known = [
        "read more",
        "read next",
        "related",
        "related story",
        "see also",
        "more on this",
    ]
    .iter()
    .any(|known| label.eq_ignore_ascii_case(known));
    let shouted = matches!(
        label,
        "READ" | "WATCH" | "LISTEN" | "MORE" | "LIVE" | "MUST READ" | "DON'T MISS" | "DON’T MISS"
    );
    (known || shouted) && rest.trim().len() > 8
}

static GROUPS: [Group; 11] = [
    Group {
        found: boilerplate(Some(ZoneSubtype::Notice), Opens::Rest),
        whole: &[
            "end of press release",
            "end of release",
            "ends",
            "note for editors",
            "note to editors",
            "notes for editors",
            "notes to editor",
            "notes to editors",
        ],
        prefix: &[],
        inside: &[],
    },
    Group {
        found: boilerplate(Some(ZoneSubtype::AdMarker), Opens::Nothing),
        whole: &[
            "ad",
            "ads",
            "ads by google",
            "advert",
            "advertisement",
            "advertisements",
            "advertising",
            "advertisment",
            "article continues below",
            "article continues below advertisement",
            "continue reading below",
            "hide ad",
            "paid content",
            "partner content",
            "promoted content",
            "promoted stories",
            "sponsored",
            "sponsored content",
            "sponsored links",
            "story continues below",
            "story continues below advertisement",
        ],
        prefix: &[
            "advertisement - ",
            "advertisement – ",
            "this advert will",
            "to remove ads",
        ],
        inside: &[],
    },
    Group {
        found: boilerplate(Some(ZoneSubtype::EngagementPrompt), Opens::Nothing),
        whole: &[
            "add a comment",
            "add comment",
            "add your comment",
            "be the first to comment",
            "comment",
            "comment now",
            "comment on this story",
            "comments",
            "have your say",
            "join the conversation",
            "join the debate",
            "join the discussion",
            "leave a comment",
            "leave a reply",
            "leave your comments below",
            "post a comment",
            "post comment",
            "show comments",
            "tell us what you think",
            "view",
            "view all comments",
            "view comments",
            "vote",
            "vote now",
            "what do you think",
            "write a comment",
        ],
        prefix: &[
            "do you have a story",
            "got a story",
            "have you got a story",
            "have your say ",
            "let us know in the comment",
            "let us know what you think",
            "tell us in the comment",
            "share your thoughts",
            "share your views",
            "what do you think?",
            "register to comment",
            "log in to comment",
            "sign in to comment",
            "to have your say",
        ],
        inside: &[
            "in the comments below",
            "in the comments section below",
            "haveyoursay@",
        ],
    },
    Group {
        found: boilerplate(Some(ZoneSubtype::NewsletterPromo), Opens::Nothing),
        whole: &[
            "email address",
            "enter your email",
            "enter your email address",
            "more info",
            "newsletter",
            "newsletters",
            "sign me up",
            "sign up",
            "sign up here",
            "sign up now",
            "your email address",
        ],
        prefix: &[
            "please enter a valid email",
            "something went wrong, please try again",
            "thank you for signing up",
            "thank you for subscribing",
            "thanks for signing up",
            "we use your sign-up",
            "you can unsubscribe",
            "your information will be used in",
        ],
        inside: &["to your inbox", "in your inbox", "unsubscribe at any time"],
    },
    Group {
        found: boilerplate(Some(ZoneSubtype::ReadMore), Opens::Link),
        whole: &[
            "click to read more",
            "continue reading",
            "full story",
            "keep reading",
            "more here",
            "read full article",
            "read full story",
            "read more",
            "read more about this",
            "read more here",
            "read next",
            "read the full article",
            "read the full story",
            "see more",
            "show more",
            "view more",
        ],
        prefix: &[],
        inside: &[],
    },
    Group {
        found: boilerplate(Some(ZoneSubtype::RelatedHeader), Opens::Links),
        whole: &[
            "around the bbc",
            "don't miss",
            "editor's picks",
            "editors' picks",
            "elsewhere on the web",
            "external links",
            "from around the web",
            "in other news",
            "latest news",
            "latest stories",
            "more from this section",
            "more headlines",
            "more like this",
            "more news",
            "more on this story",
            "more stories",
            "more to explore",
            "most popular",
            "most read",
            "most viewed",
            "must reads",
            "other stories",
            "popular",
            "recent stories",
            "recommended",
            "recommended for you",
            "recommended stories",
            "references",
            "related",
            "related articles",
            "related content",
            "related coverage",
            "related internet links",
            "related links",
            "related news",
            "related posts",
            "related stories",
            "related story",
            "related topics",
            "related video",
            "related videos",
            "see also",
            "similar stories",
            "sister links",
            "sources",
            "suggested reading",
            "top news",
            "top stories",
            "topics",
            "trending",
            "trending now",
            "what to read next",
            "you may also be interested in",
            "you may also like",
            "you might also like",
        ],
        prefix: &[
            "more from the ",
            "the most read ",
            "from other local news sites",
        ],
        inside: &[],
    },
    Group {
        found: boilerplate(Some(ZoneSubtype::EmptyPlaceholder), Opens::Nothing),
        whole: &[
            "comments are closed",
            "comments closed",
            "content unavailable",
            "loading",
            "loading comments",
            "no comments",
            "no comments yet",
            "no related content found",
            "no results found",
            "nothing found",
            "please wait",
            "there are no comments yet",
        ],
        prefix: &["this content is not available", "sorry, this content"],
        inside: &[],
    },
    Group {
        found: boilerplate(Some(ZoneSubtype::Sharing), Opens::Nothing),
        whole: &[
            "about sharing",
            "bookmark",
            "close panel",
            "close share panel",
            "copy link",
            "copy this link",
            "e-mail",
            "email",
            "facebook",
            "facebook messenger",
            "flipboard",
            "follow",
            "follow us",
            "instagram",
            "linkedin",
            "messenger",
            "pinterest",
            "print",
            "reddit",
            "save",
            "share",
            "share article",
            "share full article",
            "share on social media",
            "share page",
            "share story",
            "share this post",
            "shares",
            "tumblr",
            "tweet",
            "twitter",
            "whatsapp",
            "youtube",
        ],
        prefix: &[
            "email this",
            "find us on ",
            "follow @",
            "follow bbc ",
            "follow us ",
            "like us on ",
            "print this",
            "read about sharing",
            "send this to",
            "share on ",
            "share this",
            "share via",
            "share with",
            "these are external links",
            "(opens in new window",
            "click to share",
            "find us on facebook",
        ],
        inside: &[
            "follow us on",
            "on facebook and twitter",
            "follow him on twitter",
            "follow her on twitter",
            "our facebook page",
            "our twitter feed",
        ],
    },
    Group {
        found: boilerplate(Some(ZoneSubtype::Notice), Opens::Nothing),
        whole: &[
            "accept",
            "accept all",
            "accept cookies",
            "already a subscriber",
            "cookie policy",
            "cookies",
            "log in",
            "login",
            "manage cookies",
            "privacy",
            "privacy policy",
            "register",
            "register now",
            "sign in",
            "sign out",
            "subscribe",
            "subscribe now",
            "subscribe today",
            "subscriber only",
            "subscribers only",
            "terms and conditions",
            "terms of use",
        ],
        prefix: &[
            "(c) 19",
            "(c) 20",
            "already have an account",
            "already a subscriber",
            "already subscribed",
            "by continuing to use",
            "copyright (c)",
            "copyright 19",
            "copyright 20",
            "copyright ©",
            "get unlimited access",
            "read our privacy",
            "registered in england",
            "registered office",
            "reporting by ",
            "(reporting by ",
            "subscribe for ",
            "subscribe to continue",
            "subscribe to our",
            "this article is for subscribers",
            "this article is reserved",
            "this article was originally published on",
            "this story is for subscribers",
            "to continue reading",
            "©",
            "you have reached your limit",
        ],
        inside: &[
            "all rights reserved",
            "may not be published, broadcast",
            "our cookie policy",
            "our privacy policy",
            "site uses cookies",
            "we use cookies",
            "website uses cookies",
            "not responsible for the content of external",
        ],
    },
    Group {
        found: boilerplate(None, Opens::Credit),
        whole: &[
            "image copyright",
            "image source",
            "media source",
            "picture credit",
        ],
        prefix: &[],
        inside: &[],
    },
    Group {
        found: boilerplate(None, Opens::Nothing),
        whole: &[
            "afp",
            "afp via getty images",
            "ap",
            "back to top",
            "close",
            "enlarge",
            "for immediate release",
            "getty",
            "getty images",
            "google street view",
            "hide caption",
            "home",
            "load more",
            "media player",
            "media release",
            "menu",
            "news release",
            "next",
            "open image in gallery",
            "pa",
            "pa images",
            "pa media",
            "pa wire",
            "play",
            "play video",
            "press release",
            "previous",
            "reuters",
            "scroll down",
            "scroll down for video",
            "scroll down for videos",
            "search",
            "show caption",
            "shutterstock",
            "skip to content",
            "skip to main content",
            "toggle caption",
            "video",
            "video unavailable",
            "view gallery",
            "view image",
            "watch the video",
            "watch video",
        ],
        prefix: &[
            "click here",
            "credit:",
            "image copyright ",
            "image credit",
            "image source,",
            "image source ",
            "image:",
            "images:",
            "media playback is",
            "photo by ",
            "photo credit",
            "photo:",
            "photograph:",
            "photos:",
            "pic:",
            "picture by ",
            "picture credit",
            "picture:",
            "pictures:",
            "please enable javascript",
            "tap here",
            "this video can not be",
            "this video cannot be",
            "to play this video",
            "to view this video",
            "video playback",
            "your browser does not",
            "your device may not",
            "(photo by ",
            "(photo:",
            "(image:",
            "(picture:",
            "video caption",
        ],
        inside: &["enable javascript", "media playback is unsupported"],
    },
];

/// Words of a line that labels the next as a caption, or that begins one.
pub(crate) fn caption_label(line: &str) -> Option<Opens> {
    let label = [
        "image caption",
        "media caption",
        "caption",
        "pictured",
        "picture caption",
    ]
    .iter()
    .find(|label| {
        line.get(..label.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(label))
    })?;
    let rest = line.get(label.len()..)?;
    let caption = rest.trim_start_matches([',', ':']).trim();
    match caption.chars().next() {
        None => (*label != "pictured").then_some(Opens::Caption),
        Some(_) if rest.starts_with([',', ':']) => Some(Opens::Nothing),
        // `Image caption The bridge …`, but not `Pictured below were …`.
        Some(c) => (label.contains(' ') && c.is_uppercase()).then_some(Opens::Nothing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_sorted_and_normal() {
        for group in &GROUPS {
            assert!(group.whole.is_sorted(), "{:?}", group.whole);
            for phrase in group.whole {
                assert_eq!(&normalise(phrase), phrase);
            }
        }
    }

    #[track_caller]
    fn check(line: &str, expect: Option<ZoneSubtype>) {
        let found = furniture(line, line.ends_with('.')).expect("furniture");
        assert_eq!((found.kind, found.subtype), (ZoneKind::Boilerplate, expect));
    }

    #[test]
    fn furniture_is_known_however_it_is_dressed() {
        check("HIDE AD", Some(ZoneSubtype::AdMarker));
        check("» Read more…", Some(ZoneSubtype::ReadMore));
        check("Read More >", Some(ZoneSubtype::ReadMore));
        check("Editor’s Picks", Some(ZoneSubtype::RelatedHeader));
        check("1.2k shares", Some(ZoneSubtype::EngagementPrompt));
        check("1,204 comments", Some(ZoneSubtype::EngagementPrompt));
        check(
            "Sign up for our free evening newsletter",
            Some(ZoneSubtype::NewsletterPromo),
        );
        check(
            "The Borough newsletter: all you need",
            Some(ZoneSubtype::NewsletterPromo),
        );
        check(
            "Get all the latest news straight to your inbox.",
            Some(ZoneSubtype::NewsletterPromo),
        );
        check(
            "© 2019 Example Media. All rights reserved.",
            Some(ZoneSubtype::Notice),
        );
        check("Image source, Getty Images", None);
        check("Follow us on Twitter", Some(ZoneSubtype::Sharing));
    }

    #[test]
    fn stories_are_no_furniture() {
        for line in [
            "Log on to www.example.org/help to take part.",
            "Visit www.example.org to find out more.",
            "Anyone with information is asked to call 101.",
            "The council's newsletter will be scrapped to save £40,000 a year.",
            "Advertisement revenue fell by a third.",
            "Read more widely, she told pupils.",
            "Copyright law is to change.",
            "",
            "…",
        ] {
            assert_eq!(furniture(line, line.ends_with('.')), None, "{line}");
        }
    }

    #[test]
    fn a_label_and_a_headline_are_a_link() {
        let found = furniture("READ MORE: Bridge to close for a month", false);
        assert_eq!(found.map(|found| found.kind), Some(ZoneKind::Related));
        assert_eq!(furniture("More: a comedy", false), None);
    }
}
