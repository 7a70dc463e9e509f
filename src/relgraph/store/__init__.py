"""What articles say, kept on disk, so that a graph can grow, shrink and be taken up again without reading all anew."""
