namespace HuaweiDms;

/// <summary>A diagnosis as it appears in the list; its report has the findings.</summary>
public sealed class DiagnosisSummary : DiagnosisRecord;
