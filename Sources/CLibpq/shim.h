#ifndef PISHKHAN_CLIBPQ_H
#define PISHKHAN_CLIBPQ_H

#include <libpq-fe.h>
#include <sys/eventfd.h>

// Swift does not import macros whose value is a character literal, so the diagnostic fields get names here.
static const int diagnosticSeverity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int diagnosticSQLState = PG_DIAG_SQLSTATE;
static const int diagnosticMessage = PG_DIAG_MESSAGE_PRIMARY;
static const int diagnosticDetail = PG_DIAG_MESSAGE_DETAIL;
static const int diagnosticHint = PG_DIAG_MESSAGE_HINT;
static const int diagnosticPosition = PG_DIAG_STATEMENT_POSITION;
static const int diagnosticContext = PG_DIAG_CONTEXT;
static const int diagnosticSchema = PG_DIAG_SCHEMA_NAME;
static const int diagnosticTable = PG_DIAG_TABLE_NAME;
static const int diagnosticColumn = PG_DIAG_COLUMN_NAME;
static const int diagnosticConstraint = PG_DIAG_CONSTRAINT_NAME;

// Waiting for a socket needs something to be woken by; Swift's Glibc module leaves eventfd out.
static inline int openWakeDescriptor(void) {
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

#endif
