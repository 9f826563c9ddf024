"""How well Sayso reads: labelled samples, scores, pinned floors."""
