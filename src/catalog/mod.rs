//! The catalogue of offers (*tilbudskatalog*): library, search, checks. Pure: sees `domain` only and works on named texts.
