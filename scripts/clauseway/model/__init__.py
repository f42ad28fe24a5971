"""The records that pass from stage to stage: frozen values, nothing else.

A source is read into blocks; blocks are given roles and become pieces; a policy is its pieces in
reading order, of which some are clauses. Findings (metadata now; audience, duty, matters and
relations as they come) stand beside the text, keyed by clause id, and never change it.

Records of which there are thousands a document say `gc=False`: they hold only values and can form no
cycle, so the garbage collector need not look at them.
"""

from __future__ import annotations

from clauseway.model.changes import (
    CalledOut,
    Change,
    ChangeKind,
    Comparison,
    Edition,
    FactChange,
    History,
    Passage,
    Run,
    Step,
)
from clauseway.model.document import (
    Block,
    BlockKind,
    Draft,
    Ledger,
    LeftOut,
    Link,
    Piece,
    Place,
    Role,
    Source,
)
from clauseway.model.findings import Also, Evidence, Findings, Within
from clauseway.model.policy import (
    Collection,
    Metadata,
    Policy,
    Stated,
)
from clauseway.model.references import (
    Certainty,
    Mention,
    Mentions,
    Outcome,
    Reference,
    References,
    ReferenceType,
    Stale,
    StaleOk,
)
from clauseway.model.relations import MatterFit, Related, Relation
from clauseway.model.school import (
    ClauseCorrection,
    Contact,
    School,
    Sidecar,
    Stating,
)
from clauseway.model.words import (
    Audience,
    Duty,
    Kind,
    Nation,
    Phase,
)

__all__ = [
    "Also",
    "Audience",
    "Block",
    "BlockKind",
    "CalledOut",
    "Certainty",
    "Change",
    "ChangeKind",
    "ClauseCorrection",
    "Collection",
    "Comparison",
    "Contact",
    "Draft",
    "Duty",
    "Edition",
    "Evidence",
    "FactChange",
    "Findings",
    "History",
    "Kind",
    "Ledger",
    "LeftOut",
    "Link",
    "MatterFit",
    "Mention",
    "Mentions",
    "Metadata",
    "Nation",
    "Outcome",
    "Passage",
    "Phase",
    "Piece",
    "Place",
    "Policy",
    "Reference",
    "ReferenceType",
    "References",
    "Related",
    "Relation",
    "Role",
    "Run",
    "School",
    "Sidecar",
    "Source",
    "Stale",
    "StaleOk",
    "Stated",
    "Stating",
    "Step",
    "Within",
]
