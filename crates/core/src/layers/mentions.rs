use serde::Serialize;

use super::entities::EntityId;
use crate::document::Document;
use crate::error::LayerError;
use crate::id::Id;
use crate::layer::{Layer, check_sorted, check_span};
use crate::text::Span;

/// Index into [`Mentions`].
pub type MentionId = Id<Mention>;

/// Names and, by rule, dates, amounts and addresses, in all zones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Mentions {
    /// Sorted, not overlapping.
    pub items: Vec<Mention>,
}

/// One name in the text: the name alone, without title, leading "the",
/// possessive ending or quotation marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mention {
    /// The name.
    pub span: Span,
    /// Its type.
    pub label: Label,
    /// Who or what it is; only names have an entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<EntityId>,
    /// The words of rank, office or honour directly before a person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Span>,
    /// The title in full: `ACC` is `Assistant Chief Constable`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_long: Option<String>,
    /// What the person is said to be, beside the name: "…, UK director of the charity, …".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Span>,
}

impl Mention {
    /// A mention that is only a span and a label.
    pub const fn new(span: Span, label: Label) -> Self {
        Self {
            span,
            label,
            entity: None,
            title: None,
            title_long: None,
            role: None,
        }
    }

    /// Title and name together, as a speaker is written.
    pub fn with_title(&self) -> Span {
        self.title.map_or(self.span, |title| title.cover(self.span))
    }
}

/// Types of mentions. The first ten are names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Label {
    /// People.
    Person,
    /// Companies, public bodies, forces, courts, parties, teams, media.
    Org,
    /// Countries, counties, cities, as place or as actor.
    Gpe,
    /// Regions, seas, mountains, districts that govern nothing.
    Loc,
    /// Buildings, airports, roads, stadiums, prisons.
    Fac,
    /// Nationalities, religions, adherents of a party.
    Norp,
    /// Named wars, storms, elections, tournaments, campaigns, operations.
    Event,
    /// Titles of books, films, songs, programmes.
    Work,
    /// Acts, treaties, named reports and reviews.
    Law,
    /// Products.
    Product,
    /// Dates and durations.
    Date,
    /// Clock times and parts of a day.
    Time,
    /// Amounts of money.
    Money,
    /// Shares in a hundred.
    Percent,
    /// Measured amounts with their unit.
    Quantity,
    /// Other numbers.
    Cardinal,
    /// Ranks in a row.
    Ordinal,
    /// Web and e-mail addresses.
    Url,
}

impl Label {
    /// Whether it names something, so that its mentions have entities.
    pub const fn is_name(self) -> bool {
        (self as u8) <= (Self::Product as u8)
    }

    /// The name in output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "PERSON",
            Self::Org => "ORG",
            Self::Gpe => "GPE",
            Self::Loc => "LOC",
            Self::Fac => "FAC",
            Self::Norp => "NORP",
            Self::Event => "EVENT",
            Self::Work => "WORK",
            Self::Law => "LAW",
            Self::Product => "PRODUCT",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Money => "MONEY",
            Self::Percent => "PERCENT",
            Self::Quantity => "QUANTITY",
            Self::Cardinal => "CARDINAL",
            Self::Ordinal => "ORDINAL",
            Self::Url => "URL",
        }
    }
}

impl Mentions {
    /// Indices of the mentions that start inside a span.
    pub fn within(&self, span: Span) -> std::ops::Range<usize> {
        let from = |offset| {
            self.items
                .partition_point(|m: &Mention| m.span.start < offset)
        };
        from(span.start)..from(span.end)
    }
}

impl Layer for Mentions {
    const NAME: &'static str = "mentions";

    fn check(&self, doc: &Document) -> Result<(), LayerError> {
        check_sorted(
            Self::NAME,
            doc,
            self.items.iter().map(|mention| mention.span),
        )?;
        for mention in &self.items {
            for span in [mention.title, mention.role].into_iter().flatten() {
                check_span(Self::NAME, doc, span)?;
            }
            if mention.entity.is_some() && !mention.label.is_name() {
                let message = format!("{:?} is no name but has an entity", mention.span);
                return Err(LayerError::new(Self::NAME, message));
            }
        }
        Ok(())
    }
}
